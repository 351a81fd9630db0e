package dev.accounts.testkit.contract.work;

import dev.accounts.spi.AccountStores;
import dev.accounts.testkit.internal.StoreFixture;
import org.junit.jupiter.api.Nested;

/** What every {@link dev.accounts.spi.UnitOfWork} guarantees over the stores of its adapter. */
public abstract class UnitOfWorkContract {

    /** For the test of an adapter. */
    protected UnitOfWorkContract() {}

    /**
     * The stores under test. A test calls this method many times; all the stores it returns share the same data.
     *
     * @return the stores
     */
    protected abstract AccountStores stores();

    private StoreFixture fixture() {
        return new StoreFixture(this::stores);
    }

    @Nested
    class Atomically extends AtomicWorkCases {
        Atomically() {
            super(UnitOfWorkContract.this.fixture());
        }
    }

    @Nested
    class Undo extends UndoneWorkCases {
        Undo() {
            super(UnitOfWorkContract.this.fixture());
        }
    }

    @Nested
    class Outside extends OutsideWorkCases {
        Outside() {
            super(UnitOfWorkContract.this.fixture());
        }
    }
}
