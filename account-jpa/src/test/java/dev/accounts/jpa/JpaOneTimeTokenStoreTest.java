package dev.accounts.jpa;

import dev.accounts.spi.AccountStores;
import dev.accounts.testkit.contract.OneTimeTokenStoreContract;
import org.junit.jupiter.params.Parameter;

@OnEachDatabase
class JpaOneTimeTokenStoreTest extends OneTimeTokenStoreContract {

    @Parameter
    TestDatabase database;

    @Override
    protected AccountStores stores() {
        return database.stores();
    }
}
