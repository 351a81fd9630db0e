package dev.accounts.testkit.contract.store;

import dev.accounts.spi.AccountStores;
import org.junit.jupiter.api.Nested;

/** What every {@link dev.accounts.spi.RoleStore} guarantees. */
public abstract class RoleStoreContract {

    /** For the test of an adapter. */
    protected RoleStoreContract() {}

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
    class Ensure extends RoleEnsureCases {
        Ensure() {
            super(RoleStoreContract.this.fixture());
        }
    }

    @Nested
    class Assign extends RoleAssignCases {
        Assign() {
            super(RoleStoreContract.this.fixture());
        }
    }

    @Nested
    class AssignAtOnce extends RoleRaceCases {
        AssignAtOnce() {
            super(RoleStoreContract.this.fixture());
        }
    }

    @Nested
    class DeleteGroup extends GroupDeleteCases {
        DeleteGroup() {
            super(RoleStoreContract.this.fixture());
        }
    }

    @Nested
    class Effective extends EffectivePermissionCases {
        Effective() {
            super(RoleStoreContract.this.fixture());
        }
    }

    @Nested
    class HasOtherSuperuser extends SuperuserCases {
        HasOtherSuperuser() {
            super(RoleStoreContract.this.fixture());
        }
    }
}
