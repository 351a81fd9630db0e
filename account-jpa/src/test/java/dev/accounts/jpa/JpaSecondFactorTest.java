package dev.accounts.jpa;

import dev.accounts.jpa.database.OnEachDatabase;
import dev.accounts.jpa.database.TestDatabase;
import dev.accounts.spi.AccountStores;
import dev.accounts.testkit.contract.factor.SecondFactorContract;
import org.junit.jupiter.params.Parameter;

@OnEachDatabase
class JpaSecondFactorTest extends SecondFactorContract {

    @Parameter
    TestDatabase database;

    @Override
    protected AccountStores stores() {
        return database.stores();
    }
}
