package dev.accounts.testkit;

import dev.accounts.spi.AccountStores;
import dev.accounts.testkit.contract.OneTimeTokenStoreContract;

class InMemoryOneTimeTokenStoreTest extends OneTimeTokenStoreContract {

    private final InMemoryAccountStores stores = new InMemoryAccountStores();

    @Override
    protected AccountStores stores() {
        return stores;
    }
}
