package dev.accounts.testkit.contract.life;

import dev.accounts.spi.PasswordHasher;

/** A hasher that has something looked at before each hash that it computes. */
record WatchedPasswordHasher(PasswordHasher hasher, Runnable look) implements PasswordHasher {

    @Override
    public String hash(CharSequence password) {
        look.run();
        return hasher.hash(password);
    }

    @Override
    public boolean verify(CharSequence password, String storedHash) {
        look.run();
        return hasher.verify(password, storedHash);
    }

    @Override
    public boolean needsRehash(String storedHash) {
        return hasher.needsRehash(storedHash);
    }
}
