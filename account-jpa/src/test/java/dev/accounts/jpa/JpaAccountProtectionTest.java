package dev.accounts.jpa;

import dev.accounts.spi.AccountStores;
import dev.accounts.spi.AuditStore;
import dev.accounts.testkit.contract.AccountProtectionContract;
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
