package dev.accounts.jpa.host;

import dev.accounts.jpa.database.OnEachDatabase;
import dev.accounts.jpa.database.TestDatabase;
import dev.accounts.spi.AccountStores;
import dev.accounts.testkit.contract.service.AccountServiceContract;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.Parameter;

@OnEachDatabase
class SpringAccountServiceTest extends AccountServiceContract {

    @Parameter
    TestDatabase database;

    /** Cases fail to log in under names that are counted as one, and share this database. */
    @BeforeEach
    void forget_attempts() {
        database.execute("delete from account_attempt");
    }

    @Override
    protected AccountStores stores() {
        return database.spring().stores();
    }

    @Override
    protected void deactivate(long userId) {
        database.deactivate(userId);
    }
}
