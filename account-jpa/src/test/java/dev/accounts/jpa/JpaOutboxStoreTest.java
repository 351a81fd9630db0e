package dev.accounts.jpa;

import dev.accounts.spi.AccountStores;
import dev.accounts.testkit.contract.OutboxStoreContract;
import org.junit.jupiter.params.Parameter;

@OnEachDatabase
class JpaOutboxStoreTest extends OutboxStoreContract {

    @Parameter
    TestDatabase database;

    @Override
    protected AccountStores stores() {
        return database.stores();
    }
}
