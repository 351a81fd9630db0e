package dev.accounts.jpa;

import dev.accounts.spi.AccountStores;
import dev.accounts.testkit.contract.UnitOfWorkContract;
import org.junit.jupiter.params.Parameter;

@OnEachDatabase
class JpaUnitOfWorkTest extends UnitOfWorkContract {

    @Parameter
    TestDatabase database;

    @Override
    protected AccountStores stores() {
        return database.stores();
    }
}
