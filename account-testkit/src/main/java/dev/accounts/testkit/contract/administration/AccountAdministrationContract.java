package dev.accounts.testkit.contract.administration;

import dev.accounts.spi.AccountStores;
import dev.accounts.testkit.internal.AccountsFixture;
import org.junit.jupiter.api.Nested;

/**
 * What {@link dev.accounts.service.AccountAdministration} guarantees over the stores of any adapter, and what permissions
 * allow.
 *
 * <p>Some tests demote every other superuser of the stores, to prove that the last one stays.
 */
public abstract class AccountAdministrationContract {

    /** For the test of an adapter. */
    protected AccountAdministrationContract() {}

    /**
     * The stores under test. A test calls this method many times; all the stores it returns share the same data.
     *
     * @return the stores
     */
    protected abstract AccountStores stores();

    private AccountsFixture fixture() {
        return new AccountsFixture(this::stores);
    }

    @Nested
    class Appoint extends AppointCases {
        Appoint() {
            super(AccountAdministrationContract.this.fixture());
        }
    }

    @Nested
    class Search extends AdminSearchCases {
        Search() {
            super(AccountAdministrationContract.this.fixture());
        }
    }

    @Nested
    class Create extends AdminCreateCases {
        Create() {
            super(AccountAdministrationContract.this.fixture());
        }
    }

    @Nested
    class Change extends AdminChangeCases {
        Change() {
            super(AccountAdministrationContract.this.fixture());
        }
    }

    @Nested
    class ChangeProfile extends AdminProfileCases {
        ChangeProfile() {
            super(AccountAdministrationContract.this.fixture());
        }
    }

    @Nested
    class ChangeTowns extends AdminTownCases {
        ChangeTowns() {
            super(AccountAdministrationContract.this.fixture());
        }
    }

    @Nested
    class Assign extends AdminRoleCases {
        Assign() {
            super(AccountAdministrationContract.this.fixture());
        }
    }

    @Nested
    class Refuses extends AdminRightsCases {
        Refuses() {
            super(AccountAdministrationContract.this.fixture());
        }
    }

    @Nested
    class LastSuperuser extends SuperusersLeftCases {
        LastSuperuser() {
            super(AccountAdministrationContract.this.fixture());
        }
    }

    @Nested
    class InRaces extends AdminRaceCases {
        InRaces() {
            super(AccountAdministrationContract.this.fixture());
        }
    }

    @Nested
    class HasPermission extends PermissionCases {
        HasPermission() {
            super(AccountAdministrationContract.this.fixture());
        }
    }
}
