package dev.accounts.jpa.internal.store;

import dev.accounts.jpa.database.OnEachDatabase;
import dev.accounts.jpa.database.TestDatabase;
import dev.accounts.spi.AccountStores;
import dev.accounts.spi.AuditStore;
import dev.accounts.testkit.contract.store.AuditStoreContract;
import org.junit.jupiter.params.Parameter;

@OnEachDatabase
class JpaAuditStoreTest extends AuditStoreContract {

    @Parameter
    TestDatabase database;

    @Override
    protected AccountStores stores() {
        return database.stores();
    }

    @Override
    protected AuditStore audit() {
        return database.stores().audit();
    }
}
