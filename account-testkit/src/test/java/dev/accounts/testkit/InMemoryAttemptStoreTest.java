package dev.accounts.testkit;

import dev.accounts.spi.AccountStores;
import dev.accounts.testkit.contract.AttemptStoreContract;

class InMemoryAttemptStoreTest extends AttemptStoreContract {

    private final InMemoryAccountStores stores = new InMemoryAccountStores();

    @Override
    protected AccountStores stores() {
        return stores;
    }
}
