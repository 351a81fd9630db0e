package dev.accounts.testkit.memory;

import dev.accounts.spi.AccountStores;
import dev.accounts.testkit.contract.factor.PasskeyStoreContract;

class InMemoryPasskeyStoreTest extends PasskeyStoreContract {

    private final InMemoryAccountStores stores = new InMemoryAccountStores();

    @Override
    protected AccountStores stores() {
        return stores;
    }
}
