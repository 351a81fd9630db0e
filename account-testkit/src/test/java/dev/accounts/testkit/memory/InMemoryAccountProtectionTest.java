package dev.accounts.testkit.memory;

import dev.accounts.spi.AccountStores;
import dev.accounts.spi.AuditStore;
import dev.accounts.testkit.contract.protection.AccountProtectionContract;

class InMemoryAccountProtectionTest extends AccountProtectionContract {

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
