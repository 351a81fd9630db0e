package dev.accounts.jpa.host;

import dev.accounts.jpa.database.OnEachDatabase;
import dev.accounts.jpa.database.TestDatabase;
import dev.accounts.spi.AccountStores;
import dev.accounts.spi.AuditStore;
import dev.accounts.testkit.contract.protection.AccountProtectionContract;
import org.junit.jupiter.params.Parameter;

@OnEachDatabase
class SpringAccountProtectionTest extends AccountProtectionContract {

    @Parameter
    TestDatabase database;

    @Override
    protected AccountStores stores() {
        return database.spring().stores();
    }

    @Override
    protected AuditStore audit() {
        return database.spring().stores().audit();
    }
}
