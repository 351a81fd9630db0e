package dev.accounts.testkit.memory;

import dev.accounts.spi.AccountStores;
import dev.accounts.testkit.contract.life.AccountLifeContract;

class InMemoryAccountLifeTest extends AccountLifeContract {

    private final InMemoryAccountStores stores = new InMemoryAccountStores();

    @Override
    protected AccountStores stores() {
        return stores;
    }
}
