package dev.accounts.testkit.internal;

import dev.accounts.spi.PasswordHasher;
import java.util.concurrent.atomic.AtomicBoolean;

/** A hasher during whose first verification something else happens: what a race does once in a while, every time. */
public final class InterruptedPasswordHasher implements PasswordHasher {

    private final PasswordHasher hasher;
    private final Runnable meanwhile;
    private final AtomicBoolean happened = new AtomicBoolean();

    public InterruptedPasswordHasher(PasswordHasher hasher, Runnable meanwhile) {
        this.hasher = hasher;
        this.meanwhile = meanwhile;
    }

    @Override
    public String hash(CharSequence password) {
        return hasher.hash(password);
    }

    @Override
    public boolean verify(CharSequence password, String storedHash) {
        boolean right = hasher.verify(password, storedHash);
        if (happened.compareAndSet(false, true)) {
            meanwhile.run();
        }
        return right;
    }

    @Override
    public boolean needsRehash(String storedHash) {
        return hasher.needsRehash(storedHash);
    }
}
