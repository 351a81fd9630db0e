package dev.accounts.jpa.internal.store;

import dev.accounts.jpa.database.OnEachDatabase;
import dev.accounts.jpa.database.TestDatabase;
import dev.accounts.spi.AccountStores;
import dev.accounts.testkit.contract.store.FactorStoreContract;
import org.junit.jupiter.params.Parameter;

@OnEachDatabase
class JpaFactorStoreTest extends FactorStoreContract {

    @Parameter
    TestDatabase database;

    @Override
    protected AccountStores stores() {
        return database.stores();
    }
}
