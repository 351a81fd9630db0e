package dev.accounts.jpa;

import dev.accounts.spi.PasswordHasher;
import dev.accounts.testkit.FastPasswordHasher;

/** A hasher that costs nearly nothing, but the same whatever is stored, as its port demands. */
record EqualWorkHasher(FastPasswordHasher fast, String decoy) implements PasswordHasher {

    static EqualWorkHasher create() {
        FastPasswordHasher fast = new FastPasswordHasher();
        return new EqualWorkHasher(fast, fast.hash("decoy"));
    }

    @Override
    public String hash(CharSequence password) {
        return fast.hash(password);
    }

    @Override
    public boolean verify(CharSequence password, String storedHash) {
        boolean readable = storedHash.startsWith("fast$");
        boolean right = fast.verify(password, readable ? storedHash : decoy);
        return right && readable;
    }

    @Override
    public boolean needsRehash(String storedHash) {
        return fast.needsRehash(storedHash);
    }
}
