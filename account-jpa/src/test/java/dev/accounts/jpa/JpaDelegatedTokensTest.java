package dev.accounts.jpa;

import dev.accounts.jpa.database.OnEachDatabase;
import dev.accounts.jpa.database.TestDatabase;
import dev.accounts.spi.AccountStores;
import dev.accounts.testkit.contract.delegation.DelegatedTokensContract;
import org.junit.jupiter.params.Parameter;

@OnEachDatabase
class JpaDelegatedTokensTest extends DelegatedTokensContract {

    @Parameter
    TestDatabase database;

    @Override
    protected AccountStores stores() {
        return database.stores();
    }
}
