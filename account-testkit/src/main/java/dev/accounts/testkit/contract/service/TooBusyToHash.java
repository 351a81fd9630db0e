package dev.accounts.testkit.contract.service;

import dev.accounts.model.BusyException;
import dev.accounts.spi.PasswordHasher;
import java.time.Duration;

/** A hasher that has the time to verify, but none to hash. */
record TooBusyToHash(PasswordHasher hasher) implements PasswordHasher {

    @Override
    public String hash(CharSequence password) {
        throw new BusyException(Duration.ofSeconds(5));
    }

    @Override
    public boolean verify(CharSequence password, String storedHash) {
        return hasher.verify(password, storedHash);
    }

    @Override
    public boolean needsRehash(String storedHash) {
        return hasher.needsRehash(storedHash);
    }
}
