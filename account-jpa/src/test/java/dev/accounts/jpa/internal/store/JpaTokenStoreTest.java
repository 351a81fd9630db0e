package dev.accounts.jpa.internal.store;

import dev.accounts.jpa.database.OnEachDatabase;
import dev.accounts.jpa.database.TestDatabase;
import dev.accounts.spi.AccountStores;
import dev.accounts.testkit.contract.store.TokenStoreContract;
import org.junit.jupiter.params.Parameter;

@OnEachDatabase
class JpaTokenStoreTest extends TokenStoreContract {

    @Parameter
    TestDatabase database;

    @Override
    protected AccountStores stores() {
        return database.stores();
    }

    @Override
    protected void deactivate(long userId) {
        database.deactivate(userId);
    }
}
