package dev.accounts.testkit.contract.store;

import dev.accounts.spi.AccountStores;
import org.junit.jupiter.api.Nested;

/** What every {@link dev.accounts.spi.UserStore} guarantees. */
public abstract class UserStoreContract {

    /** For the test of an adapter. */
    protected UserStoreContract() {}

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
