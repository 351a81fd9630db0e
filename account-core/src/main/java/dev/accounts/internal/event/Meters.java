package dev.accounts.internal.event;

import dev.accounts.model.AccountEvent;
import dev.accounts.spi.AccountListener;
import dev.accounts.spi.PasswordHasher;

/** What is counted and timed where Micrometer is on the class path, in its global registry; nothing elsewhere. */
public interface Meters extends AccountListener {

    /** The same hasher, timed. */
    PasswordHasher timed(PasswordHasher hasher);

    static Meters present() {
        try {
            Class.forName("io.micrometer.core.instrument.Metrics", false, Meters.class.getClassLoader());
            return new MicrometerMeters();
        } catch (ClassNotFoundException | LinkageError absent) {
            return new None();
        }
    }

    /** Counts nothing. */
    record None() implements Meters {

        @Override
        public PasswordHasher timed(PasswordHasher hasher) {
            return hasher;
        }

        @Override
        public void on(AccountEvent event) {
            // There is nothing to count it in.
        }
    }
}
