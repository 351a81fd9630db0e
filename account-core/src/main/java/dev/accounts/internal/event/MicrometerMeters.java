package dev.accounts.internal.event;

import dev.accounts.model.AccountEvent;
import dev.accounts.spi.PasswordHasher;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.Timer;

/** Meters in the global registry of Micrometer; the only class that knows it. */
final class MicrometerMeters implements Meters {

    private static final String EVENTS = "accounts.events";
    private static final String PASSWORDS = "accounts.passwords";

    @Override
    public void on(AccountEvent event) {
        String reason = event instanceof AccountEvent.LoginRefused refused ? refused.detail() : "none";
        Metrics.counter(EVENTS, "event", event.name(), "reason", reason).increment();
    }

    @Override
    public PasswordHasher timed(PasswordHasher hasher) {
        return new TimedHasher(hasher);
    }

    /** A hasher whose hashes are timed, the wait for their turn included. */
    private record TimedHasher(PasswordHasher hasher) implements PasswordHasher {

        @Override
        public String hash(CharSequence password) {
            Timer.Sample sample = Timer.start();
            try {
                return hasher.hash(password);
            } finally {
                sample.stop(Metrics.timer(PASSWORDS, "operation", "hash"));
            }
        }

        @Override
        public boolean verify(CharSequence password, String storedHash) {
            Timer.Sample sample = Timer.start();
            try {
                return hasher.verify(password, storedHash);
            } finally {
                sample.stop(Metrics.timer(PASSWORDS, "operation", "verify"));
            }
        }

        @Override
        public boolean needsRehash(String storedHash) {
            return hasher.needsRehash(storedHash);
        }
    }
}
