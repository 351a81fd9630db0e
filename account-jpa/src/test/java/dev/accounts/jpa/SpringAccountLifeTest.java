package dev.accounts.jpa;

import dev.accounts.spi.AccountStores;
import dev.accounts.testkit.contract.AccountLifeContract;
import org.junit.jupiter.params.Parameter;

@OnEachDatabase
class SpringAccountLifeTest extends AccountLifeContract {

    @Parameter
    TestDatabase database;

    @Override
    protected AccountStores stores() {
        return database.springStores();
    }
}
