package dev.accounts.testkit.memory;

import dev.accounts.spi.AccountStores;
import dev.accounts.testkit.contract.delegation.DelegatedTokensContract;

class InMemoryDelegatedTokensTest extends DelegatedTokensContract {

    private final AccountStores stores = new InMemoryAccountStores();

    @Override
    protected AccountStores stores() {
        return stores;
    }
}
