package dev.accounts.jpa;

import dev.accounts.jpa.database.OnEachDatabase;
import dev.accounts.jpa.database.TestDatabase;
import dev.accounts.spi.AccountStores;
import dev.accounts.spi.AuditStore;
import dev.accounts.testkit.contract.protection.AccountProtectionContract;
import org.junit.jupiter.params.Parameter;

@OnEachDatabase
class JpaAccountProtectionTest extends AccountProtectionContract {

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
