package dev.accounts.jpa.internal.store;

import dev.accounts.jpa.database.OnEachDatabase;
import dev.accounts.jpa.database.TestDatabase;
import dev.accounts.spi.AccountStores;
import dev.accounts.testkit.contract.work.UnitOfWorkContract;
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
