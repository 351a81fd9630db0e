package dev.accounts.testkit.contract.store;

import dev.accounts.spi.AccountStores;
import org.junit.jupiter.api.Nested;

/** What every {@link dev.accounts.spi.OneTimeTokenStore} guarantees. */
public abstract class OneTimeTokenStoreContract {

    /** For the test of an adapter. */
    protected OneTimeTokenStoreContract() {}

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
    class Issue extends OneTimeTokenIssueCases {
        Issue() {
            super(OneTimeTokenStoreContract.this.fixture());
        }
    }

    @Nested
    class Use extends OneTimeTokenUseCases {
        Use() {
            super(OneTimeTokenStoreContract.this.fixture());
        }
    }

    @Nested
    class Remove extends OneTimeTokenRemovalCases {
        Remove() {
            super(OneTimeTokenStoreContract.this.fixture());
        }
    }
}
