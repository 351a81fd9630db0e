package dev.accounts.jpa.internal.store;

import dev.accounts.jpa.database.OnEachDatabase;
import dev.accounts.jpa.database.TestDatabase;
import dev.accounts.spi.AccountStores;
import dev.accounts.testkit.contract.store.KnownSourceStoreContract;
import org.junit.jupiter.params.Parameter;

@OnEachDatabase
class JpaKnownSourceStoreTest extends KnownSourceStoreContract {

    @Parameter
    TestDatabase database;

    @Override
    protected AccountStores stores() {
        return database.stores();
    }
}
