package dev.accounts.testkit.internal;

import dev.accounts.model.BusyException;
import dev.accounts.spi.PasswordHasher;
import java.time.Duration;

/** A hasher that never has the time. */
public record BusyPasswordHasher() implements PasswordHasher {

    @Override
    public String hash(CharSequence password) {
        throw new BusyException(Duration.ofSeconds(5));
    }

    @Override
    public boolean verify(CharSequence password, String storedHash) {
        throw new BusyException(Duration.ofSeconds(5));
    }

    @Override
    public boolean needsRehash(String storedHash) {
        return false;
    }
}
