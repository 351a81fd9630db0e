package dev.accounts.internal.throttle;

import dev.accounts.model.BusyException;
import dev.accounts.model.TokenDigest;
import dev.accounts.spi.AttemptStore;
import dev.accounts.spi.Attempts;
import dev.accounts.spi.UnitOfWork;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/**
 * Reads and changes the stored counts. It changes them outside the transaction under way, so that a rollback does not undo a
 * count. A count that a clock has dated later than now is dated now, so that an announced wait is the true one.
 */
public record Counts(UnitOfWork work, AttemptStore store, InstantSource clock) {

    /** Bounds the retries. Only attempts that need not wait can collide with each other. */
    private static final int MAX_COLLISIONS = 1000;

    private static final Duration RETRY_WHEN_CROWDED = Duration.ofSeconds(1);

    /**
     * A change of a count.
     *
     * @param next the new count; empty to remove it
     * @param result what the caller gets once the change is stored
     */
    record Change<R>(Optional<Attempts> next, R result) {}

    /** Returns the key under which a value is counted. It does not reveal the value. */
    static String key(String kind, String value) {
        return TokenDigest.of(kind + ":" + value).hex();
    }

    /** Reads counts that others have committed, even if the transaction under way began before. */
    Map<String, Attempts> read(Collection<String> keys) {
        return work.isUnderWay() ? work.apart(() -> found(keys)) : found(keys);
    }

    private Map<String, Attempts> found(Collection<String> keys) {
        Instant now = clock.instant();
        return store.find(keys).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> dated(entry.getValue(), now)));
    }

    /**
     * Changes a count. If another caller changes it at the same time, the decision is taken again.
     *
     * @param decision decides from the present count and time
     * @throws BusyException if too many callers change the count at once
     */
    <R> R change(String key, BiFunction<Optional<Attempts>, Instant, Change<R>> decision) {
        for (int collision = 0; collision < MAX_COLLISIONS; collision++) {
            Optional<R> result = work.apart(() -> tryChange(key, decision));
            if (result.isPresent()) {
                return result.get();
            }
        }
        throw new BusyException(RETRY_WHEN_CROWDED);
    }

    private <R> Optional<R> tryChange(String key, BiFunction<Optional<Attempts>, Instant, Change<R>> decision) {
        Instant now = clock.instant();
        Optional<Attempts> stored = store.find(key);
        Change<R> change = decision.apply(stored.map(attempts -> dated(attempts, now)), now);
        return change.next().equals(stored) || replace(key, stored, change.next())
                ? Optional.of(change.result())
                : Optional.empty();
    }

    private boolean replace(String key, Optional<Attempts> stored, Optional<Attempts> next) {
        return next.map(attempts -> store.replace(key, stored, attempts))
                .orElseGet(() ->
                        stored.map(attempts -> store.remove(key, attempts)).orElse(true));
    }

    void remove(String key) {
        work.apart(() -> {
            store.remove(key);
            return true;
        });
    }

    private static Attempts dated(Attempts attempts, Instant now) {
        return attempts.last().isAfter(now) ? new Attempts(attempts.count(), now) : attempts;
    }
}
