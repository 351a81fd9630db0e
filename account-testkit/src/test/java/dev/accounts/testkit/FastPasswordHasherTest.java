package dev.accounts.testkit;

import dev.accounts.spi.PasswordHasher;
import dev.accounts.testkit.contract.store.PasswordHasherContract;

class FastPasswordHasherTest extends PasswordHasherContract {

    private final PasswordHasher hasher = new FastPasswordHasher();
    private final PasswordHasher stronger = new FastPasswordHasher(2);

    @Override
    protected PasswordHasher hasher() {
        return hasher;
    }

    @Override
    protected PasswordHasher stronger() {
        return stronger;
    }
}
