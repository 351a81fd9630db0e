package dev.accounts.testkit.memory;

import dev.accounts.spi.AccountStores;
import dev.accounts.spi.AuditStore;
import dev.accounts.testkit.contract.store.AuditStoreContract;

class InMemoryAuditStoreTest extends AuditStoreContract {

    private final InMemoryAccountStores stores = new InMemoryAccountStores();

    @Override
    protected AccountStores stores() {
        return stores;
    }

    @Override
    protected AuditStore audit() {
        return stores.audit();
    }
}
