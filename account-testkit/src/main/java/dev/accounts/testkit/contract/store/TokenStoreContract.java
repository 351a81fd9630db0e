package dev.accounts.testkit.contract.store;

import dev.accounts.spi.AccountStores;
import dev.accounts.testkit.internal.StoreFixture;
import org.junit.jupiter.api.Nested;

/** What every {@link dev.accounts.spi.TokenStore} guarantees. */
public abstract class TokenStoreContract {

    /** For the test of an adapter. */
    protected TokenStoreContract() {}

    /**
     * The stores under test. A test calls this method many times; all the stores it returns share the same data.
     *
     * @return the stores
     */
    protected abstract AccountStores stores();

    /**
     * Makes a user inactive directly in the database of the adapter's tests; the user's tokens stay.
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
    class Renew extends TokenRenewCases {
        Renew() {
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
