package dev.accounts.testkit.contract.store;

import dev.accounts.spi.AccountStores;
import org.junit.jupiter.api.Nested;

/** What every {@link dev.accounts.spi.TokenStore} guarantees. */
public abstract class TokenStoreContract {

    /** For the test of an adapter. */
    protected TokenStoreContract() {}

    /**
     * The stores under test. It is called many times in a test; the stores it answers with are over the same data.
     *
     * @return the stores
     */
    protected abstract AccountStores stores();

    /**
     * Makes a user inactive, by whatever means the adapter's tests have.
     *
     * @param userId a user of the stores
     */
    protected abstract void deactivate(long userId);

    private StoreFixture fixture() {
        return new StoreFixture(this::stores, this::deactivate);
    }

    @Nested
    class Issue extends TokenIssueCases {
        Issue() {
            super(TokenStoreContract.this.fixture());
        }
    }

    @Nested
    class Find extends TokenFindCases {
        Find() {
            super(TokenStoreContract.this.fixture());
        }
    }

    @Nested
    class End extends TokenEndCases {
        End() {
            super(TokenStoreContract.this.fixture());
        }
    }

    @Nested
    class UseAndPurge extends TokenUseCases {
        UseAndPurge() {
            super(TokenStoreContract.this.fixture());
        }
    }
}
