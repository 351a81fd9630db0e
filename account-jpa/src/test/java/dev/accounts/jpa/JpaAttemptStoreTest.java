package dev.accounts.jpa;

import dev.accounts.spi.AccountStores;
import dev.accounts.testkit.contract.AttemptStoreContract;
import org.junit.jupiter.params.Parameter;

@OnEachDatabase
class JpaAttemptStoreTest extends AttemptStoreContract {

    @Parameter
    TestDatabase database;

    @Override
    protected AccountStores stores() {
        return database.stores();
    }
}
