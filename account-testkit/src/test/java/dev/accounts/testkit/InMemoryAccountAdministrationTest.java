package dev.accounts.testkit;

import dev.accounts.spi.AccountStores;
import dev.accounts.testkit.contract.AccountAdministrationContract;

class InMemoryAccountAdministrationTest extends AccountAdministrationContract {

    private final InMemoryAccountStores stores = new InMemoryAccountStores();

    @Override
    protected AccountStores stores() {
        return stores;
    }
}
