package dev.accounts.testkit.contract.store;

import dev.accounts.spi.AccountStores;
import dev.accounts.testkit.internal.StoreFixture;
import org.junit.jupiter.api.Nested;

/** What every {@link dev.accounts.spi.OutboxStore} guarantees. */
public abstract class OutboxStoreContract {

    /** For the test of an adapter. */
    protected OutboxStoreContract() {}

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
    class Claim extends OutboxClaimCases {
        Claim() {
            super(OutboxStoreContract.this.fixture());
        }
    }

    @Nested
    class Deliver extends OutboxDeliveryCases {
        Deliver() {
            super(OutboxStoreContract.this.fixture());
        }
    }
}
