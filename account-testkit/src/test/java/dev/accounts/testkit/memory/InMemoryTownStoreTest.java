package dev.accounts.testkit.memory;

import dev.accounts.spi.AccountStores;
import dev.accounts.testkit.contract.store.TownStoreContract;

class InMemoryTownStoreTest extends TownStoreContract {

    private final InMemoryAccountStores stores = new InMemoryAccountStores();

    @Override
    protected AccountStores stores() {
        return stores;
    }
}
