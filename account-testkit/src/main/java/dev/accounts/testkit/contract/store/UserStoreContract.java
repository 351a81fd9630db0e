package dev.accounts.testkit.contract.store;

import dev.accounts.spi.AccountStores;
import org.junit.jupiter.api.Nested;

/** What every {@link dev.accounts.spi.UserStore} guarantees. */
public abstract class UserStoreContract {

    /** For the test of an adapter. */
    protected UserStoreContract() {}

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
    class Insert extends UserInsertCases {
        Insert() {
            super(UserStoreContract.this.fixture());
        }
    }

    @Nested
    class Find extends UserFindCases {
        Find() {
            super(UserStoreContract.this.fixture());
        }
    }

    @Nested
    class Replace extends UserReplaceCases {
        Replace() {
            super(UserStoreContract.this.fixture());
        }
    }

    @Nested
    class Delete extends UserDeleteCases {
        Delete() {
            super(UserStoreContract.this.fixture());
        }
    }

    @Nested
    class Search extends UserSearchCases {
        Search() {
            super(UserStoreContract.this.fixture());
        }
    }
}
