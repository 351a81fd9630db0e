package dev.accounts.jpa;

import dev.accounts.spi.AccountStores;
import dev.accounts.testkit.contract.RoleStoreContract;
import org.junit.jupiter.params.Parameter;

@OnEachDatabase
class JpaRoleStoreTest extends RoleStoreContract {

    @Parameter
    TestDatabase database;

    @Override
    protected AccountStores stores() {
        return database.stores();
    }
}
