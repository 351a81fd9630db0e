package dev.accounts.testkit.internal;

import dev.accounts.spi.PasswordHasher;
import java.util.concurrent.atomic.AtomicInteger;

/** A hasher that counts what is asked of it. */
public final class CountingPasswordHasher implements PasswordHasher {

    private final PasswordHasher hasher;
    private final AtomicInteger hashes = new AtomicInteger();
    private final AtomicInteger verifications = new AtomicInteger();

    public CountingPasswordHasher(PasswordHasher hasher) {
        this.hasher = hasher;
    }

    public int hashes() {
        return hashes.get();
    }

    public int verifications() {
        return verifications.get();
    }

    @Override
    public String hash(CharSequence password) {
        hashes.incrementAndGet();
        return hasher.hash(password);
    }

    @Override
    public boolean verify(CharSequence password, String storedHash) {
        verifications.incrementAndGet();
        return hasher.verify(password, storedHash);
    }

    @Override
    public boolean needsRehash(String storedHash) {
        return hasher.needsRehash(storedHash);
    }
}
