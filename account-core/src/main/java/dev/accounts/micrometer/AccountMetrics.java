package dev.accounts.micrometer;

import static java.util.Objects.requireNonNull;

import dev.accounts.model.AccountEvent;
import dev.accounts.spi.AccountListener;
import dev.accounts.spi.PasswordHasher;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.function.Supplier;

/**
 * Counts events and times password hashing in a registry of the host. Thread-safe. Pass it to the builder twice: as a listener
 * after the commit, and as a wrapper of the hasher.
 *
 * <p>The counter {@code accounts.events} has the tags {@code event} and {@code reason}; {@code reason} is {@code none} except for
 * refused logins. The timer {@code accounts.passwords} has the tag {@code operation} ({@code hash} or {@code verify}) and includes
 * the wait for a hashing slot.
 */
public final class AccountMetrics implements AccountListener {

    private final MeterRegistry registry;

    private AccountMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    /**
     * Creates metrics in a registry.
     *
     * @param registry the host's registry
     * @return the metrics
     */
    public static AccountMetrics in(MeterRegistry registry) {
        return new AccountMetrics(requireNonNull(registry, "registry"));
    }

    /**
     * Counts an event.
     *
     * @param event what happened
     */
    @Override
    public void on(AccountEvent event) {
        requireNonNull(event, "event");
        String reason = event instanceof AccountEvent.LoginRefused refused ? refused.detail() : "none";
        registry.counter("accounts.events", "event", event.name(), "reason", reason)
                .increment();
    }

    /**
     * Wraps a hasher to time it.
     *
     * @param hasher the hasher
     * @return a hasher that calls the given one and records how long each call takes
     */
    public PasswordHasher timed(PasswordHasher hasher) {
        return new TimedHasher(requireNonNull(hasher, "hasher"), timer("hash"), timer("verify"));
    }

    private Timer timer(String operation) {
        return registry.timer("accounts.passwords", "operation", operation);
    }

    private record TimedHasher(PasswordHasher hasher, Timer hashing, Timer verifying) implements PasswordHasher {

        @Override
        public String hash(CharSequence password) {
            return timed(hashing, () -> hasher.hash(password));
        }

        @Override
        public boolean verify(CharSequence password, String storedHash) {
            return timed(verifying, () -> hasher.verify(password, storedHash));
        }

        @Override
        public boolean needsRehash(String storedHash) {
            return hasher.needsRehash(storedHash);
        }

        private static <T> T timed(Timer timer, Supplier<T> work) {
            Timer.Sample sample = Timer.start();
            try {
                return work.get();
            } finally {
                sample.stop(timer);
            }
        }
    }
}
