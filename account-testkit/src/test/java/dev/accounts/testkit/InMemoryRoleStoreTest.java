package dev.accounts.testkit;

import dev.accounts.spi.AccountStores;
import dev.accounts.testkit.contract.RoleStoreContract;

class InMemoryRoleStoreTest extends RoleStoreContract {

    private final InMemoryAccountStores stores = new InMemoryAccountStores();

    @Override
    protected AccountStores stores() {
        return stores;
    }
}
