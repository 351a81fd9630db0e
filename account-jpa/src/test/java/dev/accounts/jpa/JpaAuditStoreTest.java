package dev.accounts.jpa;

import dev.accounts.spi.AccountStores;
import dev.accounts.spi.AuditStore;
import dev.accounts.testkit.contract.AuditStoreContract;
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
