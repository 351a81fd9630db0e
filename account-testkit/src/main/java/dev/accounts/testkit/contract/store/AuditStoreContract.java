package dev.accounts.testkit.contract.store;

import dev.accounts.spi.AccountStores;
import dev.accounts.spi.AuditStore;
import org.junit.jupiter.api.Nested;

/** What every {@link dev.accounts.spi.AuditStore} guarantees. */
public abstract class AuditStoreContract {

    /** For the test of an adapter. */
    protected AuditStoreContract() {}

    /**
     * The stores whose units of work the table takes part in. It is called many times in a test; the stores it answers with are
     * over the same data.
     *
     * @return the stores
     */
    protected abstract AccountStores stores();

    /**
     * The store under test, over the same data as {@link #stores()}.
     *
     * @return the store
     */
    protected abstract AuditStore audit();

    private AuditFixture fixture() {
        return new AuditFixture(this::stores, this::audit);
    }

    @Nested
    class Append extends AuditAppendCases {
        Append() {
            super(AuditStoreContract.this.fixture());
        }
    }

    @Nested
    class List extends AuditListCases {
        List() {
            super(AuditStoreContract.this.fixture());
        }
    }

    @Nested
    class Remove extends AuditRemovalCases {
        Remove() {
            super(AuditStoreContract.this.fixture());
        }
    }
}
