package dev.accounts.internal.throttle;

import dev.accounts.internal.throttle.Counts.Change;
import dev.accounts.model.StorageException;
import dev.accounts.policy.RateLimit;
import dev.accounts.policy.SourcePolicy;
import dev.accounts.policy.ThrottlePolicy;
import dev.accounts.spi.Attempts;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts attempts that fail in a row, and slows them down. */
public final class Throttle {

    private static final Logger LOG = LoggerFactory.getLogger(Throttle.class);

    private static final Duration FEW_MEMORY = Duration.ofHours(1);

    private final Counts counts;
    private final Backoff backoff;

    public Throttle(Counts counts, ThrottlePolicy policy) {
        this.counts = counts;
        this.backoff = new Backoff(policy);
    }

    /** Returns the time before which the last attempt must lie for a count to be dropped. */
    public static Instant forgottenAt(Instant now) {
        return now.minus(Backoff.MEMORY);
    }

    /** Returns how long a count of few attempts is kept: an hour, or as long as a limit makes anybody wait for so few. */
    public static Duration fewMemory(Optional<ThrottlePolicy> policy, Optional<SourcePolicy> sources) {
        Stream<Duration> delays = policy.map(ThrottlePolicy::longestDelay).stream();
        Stream<Duration> periods = sources.stream()
                .flatMap(limits ->
                        Stream.of(limits.failedLogins(), limits.registrations(), limits.mails(), limits.links()))
                .map(RateLimit::within);
        return Stream.concat(delays, periods).reduce(FEW_MEMORY, (a, b) -> a.compareTo(b) > 0 ? a : b);
    }

    /**
     * The result of counting an attempt.
     *
     * @param delay how long the attempt must wait; empty if it was counted
     * @param before the count before the attempt
     * @param after the count with the attempt
     */
    record Begun(Optional<Duration> delay, Optional<Attempts> before, Optional<Attempts> after) {}

    /**
     * Counts an attempt as failed before it is made, so that simultaneous attempts cannot exceed the limit. If it must wait, it
     * is not counted, and the result tells how long.
     */
    Begun begin(String key) {
        return counts.change(key, this::begun);
    }

    private Change<Begun> begun(Optional<Attempts> seen, Instant now) {
        Optional<Attempts> remembered = backoff.remembered(seen, now);
        Optional<Duration> wait = remembered
                .map(counted -> backoff.waitFor(counted, now))
                .filter(left -> !left.isNegative() && !left.isZero());
        if (wait.isPresent()) {
            return new Change<>(seen, new Begun(wait, seen, seen));
        }
        Optional<Attempts> next = Optional.of(oneMore(remembered, now));
        return new Change<>(next, new Begun(Optional.empty(), remembered, next));
    }

    /** Returns whether an attempt would have to wait. It counts nothing. */
    boolean mustWait(String key) {
        return counts.change(
                key,
                (seen, now) ->
                        new Change<>(seen, begun(seen, now).result().delay().isPresent()));
    }

    /** Counts an attempt that has failed and was not counted before; returns the count with it. */
    Attempts failed(String key) {
        return counts.change(key, (seen, now) -> {
            Attempts next = oneMore(backoff.remembered(seen, now), now);
            return new Change<>(Optional.of(next), next);
        });
    }

    private static Attempts oneMore(Optional<Attempts> counted, Instant now) {
        return new Attempts(counted.map(Attempts::count).orElse(0) + 1, now);
    }

    /** Takes back an attempt that was not made, so that it delays no other. */
    void takeBack(String key, Begun begun) {
        counts.change(key, (seen, now) -> new Change<>(without(begun, seen), key));
    }

    /** If others have begun attempts meanwhile, the time of the last one stays and the count drops by one. */
    private static Optional<Attempts> without(Begun begun, Optional<Attempts> seen) {
        return seen.equals(begun.after())
                ? begun.before()
                : seen.filter(counted -> counted.count() > 1)
                        .map(counted -> new Attempts(counted.count() - 1, counted.last()));
    }

    /** Clears the count, after a success. */
    void clear(String key) {
        counts.remove(key);
    }

    /** Clears the count after a commit. A failure of the store is only logged, because the change is already made. */
    void clearQuietly(String key) {
        try {
            clear(key);
        } catch (StorageException e) {
            LOG.debug("the count of failed attempts could not be cleared", e);
        }
    }
}
