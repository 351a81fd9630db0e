package dev.accounts.testkit.contract.store;

import dev.accounts.spi.AccountStores;
import dev.accounts.testkit.internal.StoreFixture;
import org.junit.jupiter.api.Nested;

/** What every {@link dev.accounts.spi.RoleStore} guarantees. */
public abstract class RoleStoreContract {

    /** For the test of an adapter. */
    protected RoleStoreContract() {}

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
    class Assign extends RoleAssignCases {
        Assign() {
            super(RoleStoreContract.this.fixture());
        }
    }

    @Nested
    class Effect extends RoleEffectCases {
        Effect() {
            super(RoleStoreContract.this.fixture());
        }
    }
}
