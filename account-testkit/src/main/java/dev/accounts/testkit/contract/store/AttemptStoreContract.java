package dev.accounts.testkit.contract.store;

import dev.accounts.spi.AccountStores;
import org.junit.jupiter.api.Nested;

/** What every {@link dev.accounts.spi.AttemptStore} guarantees. */
public abstract class AttemptStoreContract {

    /** For the test of an adapter. */
    protected AttemptStoreContract() {}

    /**
     * The stores under test. It is called many times in a test; the stores it answers with are over the same data.
     *
     * @return the stores
     */
    protected abstract AccountStores stores();

    private StoreFixture fixture() {
        return new StoreFixture(this::stores);
    }

    @Nested
    class Replace extends AttemptReplaceCases {
        Replace() {
            super(AttemptStoreContract.this.fixture());
        }
    }

    @Nested
    class Remove extends AttemptRemovalCases {
        Remove() {
            super(AttemptStoreContract.this.fixture());
        }
    }
}
