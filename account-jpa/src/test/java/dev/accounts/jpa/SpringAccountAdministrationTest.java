package dev.accounts.jpa;

import dev.accounts.spi.AccountStores;
import dev.accounts.testkit.contract.AccountAdministrationContract;
import org.junit.jupiter.params.Parameter;

@OnEachDatabase
class SpringAccountAdministrationTest extends AccountAdministrationContract {

    @Parameter
    TestDatabase database;

    @Override
    protected AccountStores stores() {
        return database.springStores();
    }
}
