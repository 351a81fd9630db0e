package dev.accounts.testkit.memory;

import dev.accounts.spi.AccountStores;
import dev.accounts.testkit.contract.administration.AccountAdministrationContract;

class InMemoryAccountAdministrationTest extends AccountAdministrationContract {

    private final InMemoryAccountStores stores = new InMemoryAccountStores();

    @Override
    protected AccountStores stores() {
        return stores;
    }
}
