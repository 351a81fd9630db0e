package dev.accounts.jpa.internal.store;

import dev.accounts.jpa.database.OnEachDatabase;
import dev.accounts.jpa.database.TestDatabase;
import dev.accounts.spi.AccountStores;
import dev.accounts.testkit.contract.factor.PasskeyStoreContract;
import org.junit.jupiter.params.Parameter;

@OnEachDatabase
class JpaPasskeyStoreTest extends PasskeyStoreContract {

    @Parameter
    TestDatabase database;

    @Override
    protected AccountStores stores() {
        return database.stores();
    }
}
