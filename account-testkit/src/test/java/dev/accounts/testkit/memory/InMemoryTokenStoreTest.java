package dev.accounts.testkit.memory;

import dev.accounts.spi.AccountStores;
import dev.accounts.testkit.contract.store.TokenStoreContract;

class InMemoryTokenStoreTest extends TokenStoreContract {

    private final InMemoryAccountStores stores = new InMemoryAccountStores();

    @Override
    protected AccountStores stores() {
        return stores;
    }

    @Override
    protected void deactivate(long userId) {
        stores.update(userId, user -> user.active(false));
    }
}
