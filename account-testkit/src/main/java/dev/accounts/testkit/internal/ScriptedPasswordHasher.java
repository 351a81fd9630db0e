package dev.accounts.testkit.internal;

import dev.accounts.model.BusyException;
import dev.accounts.spi.PasswordHasher;
import dev.accounts.testkit.FastPasswordHasher;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** A hasher that counts its calls and runs what a test scripts around them. Script it before its first use. */
public final class ScriptedPasswordHasher implements PasswordHasher {

    private final PasswordHasher hasher;
    private final AtomicInteger hashes = new AtomicInteger();
    private final AtomicInteger verifications = new AtomicInteger();
    private Runnable beforeHash = () -> {};
    private Runnable beforeVerify = () -> {};
    private Runnable afterVerify = () -> {};

    /** Counts the calls of a new {@link FastPasswordHasher}. */
    public ScriptedPasswordHasher() {
        this(new FastPasswordHasher());
    }

    public ScriptedPasswordHasher(PasswordHasher hasher) {
        this.hasher = hasher;
    }

    /** Refuses every hash and every verification: the hasher has no time. */
    public static ScriptedPasswordHasher busy() {
        return new ScriptedPasswordHasher().beforeEach(ScriptedPasswordHasher::refuse);
    }

    /** Runs the step before each hash and before each verification. */
    public ScriptedPasswordHasher beforeEach(Runnable step) {
        beforeHash = step;
        beforeVerify = step;
        return this;
    }

    /** Refuses to hash from now on; verifications still succeed. */
    public ScriptedPasswordHasher tooBusyToHash() {
        beforeHash = ScriptedPasswordHasher::refuse;
        return this;
    }

    /** Runs the step once, after the first verification: it happens on every run, where a race lets it happen rarely. */
    public ScriptedPasswordHasher afterFirstVerify(Runnable step) {
        afterVerify = once(step);
        return this;
    }

    /** Runs the step once, before the first hash. */
    public ScriptedPasswordHasher beforeFirstHash(Runnable step) {
        beforeHash = once(step);
        return this;
    }

    private static Runnable once(Runnable step) {
        AtomicBoolean happened = new AtomicBoolean();
        return () -> {
            if (happened.compareAndSet(false, true)) {
                step.run();
            }
        };
    }

    private static void refuse() {
        throw new BusyException(Duration.ofSeconds(5));
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
        beforeHash.run();
        return hasher.hash(password);
    }

    @Override
    public boolean verify(CharSequence password, String storedHash) {
        verifications.incrementAndGet();
        beforeVerify.run();
        boolean right = hasher.verify(password, storedHash);
        afterVerify.run();
        return right;
    }

    @Override
    public boolean needsRehash(String storedHash) {
        return hasher.needsRehash(storedHash);
    }
}
