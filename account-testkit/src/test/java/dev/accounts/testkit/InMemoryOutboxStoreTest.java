package dev.accounts.testkit;

import dev.accounts.spi.AccountStores;
import dev.accounts.testkit.contract.OutboxStoreContract;

class InMemoryOutboxStoreTest extends OutboxStoreContract {

    private final InMemoryAccountStores stores = new InMemoryAccountStores();

    @Override
    protected AccountStores stores() {
        return stores;
    }
}
