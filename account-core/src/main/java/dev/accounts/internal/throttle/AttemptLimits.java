package dev.accounts.internal.throttle;

import dev.accounts.internal.throttle.Throttle.Begun;
import dev.accounts.spi.Attempts;
import dev.accounts.spi.StoredUser;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Limits failed attempts at a password.
 *
 * <p>There are three counts for an account, so that strangers cannot keep its owner out (NIST SP 800-63B-4, 3.2.2): one for
 * each session that is asked for the current password, one that all known sources of the account share, and one for all other
 * logins under its name. Second factors of an account have a fourth count. Besides, each source has a count of its own, which known sources
 * of the account do not meet.
 *
 * <p>While no failure is on record, an attempt is counted only if it fails: a login that succeeds at once writes no count. From
 * the first failure on, an attempt is counted before it is made. Attempts under one count take turns on each node, so that at
 * most one on each node is made before the first failure is on record.
 */
public final class AttemptLimits {

    private final PerNameQueue queue;
    private final Counts counts;
    private final Optional<Throttle> throttle;
    private final SourceLimits sources;

    public AttemptLimits(PerNameQueue queue, Counts counts, Optional<Throttle> throttle, SourceLimits sources) {
        this.queue = queue;
        this.counts = counts;
        this.throttle = throttle;
        this.sources = sources;
    }

    /**
     * The keys under which an attempt is counted.
     *
     * @param count the key of the count for the account
     * @param source the key of the count for the source; empty if it does not count
     */
    public record Keys(String count, Optional<String> source) {}

    /** Returns the keys of a login from a source that is not known to the account. */
    public Keys stranger(String name, Optional<String> source) {
        return new Keys(nameKey(name), sources.loginKey(source));
    }

    /** Returns the keys of a login from a known source of an account. */
    public Keys known(long userId) {
        return new Keys(knownKey(userId), Optional.empty());
    }

    /** Returns the keys of a session that is asked for the current password. */
    public Keys session(UUID sessionId) {
        return new Keys(Counts.key("session", sessionId.toString()), Optional.empty());
    }

    /** Returns the keys of a proof of a second factor of an account. */
    public Keys factor(long userId) {
        return new Keys(Counts.key("factor", Long.toString(userId)), Optional.empty());
    }

    private static String nameKey(String name) {
        return Counts.key("name", name);
    }

    private static String knownKey(long userId) {
        return Counts.key("known", Long.toString(userId));
    }

    /**
     * What was on record when an attempt arrived.
     *
     * @param failed whether failures are on record for the account
     * @param sourceWaits whether the source must wait
     * @param arrival the state of the queue before the record was read
     */
    public record Seen(Keys keys, boolean failed, boolean sourceWaits, PerNameQueue.Arrival arrival) {}

    /** Notes the arrival of an attempt. Call it before {@link #seen}. */
    public PerNameQueue.Arrival arrive() {
        return queue.arrive();
    }

    /** Reads what is on record. */
    public Seen seen(Keys keys, PerNameQueue.Arrival arrival) {
        Stream<String> wanted = throttle.isPresent()
                ? Stream.concat(Stream.of(keys.count()), keys.source().stream())
                : keys.source().stream();
        Map<String, Attempts> found = counts.read(wanted.collect(Collectors.toSet()));
        Optional<Attempts> ofSource = keys.source().flatMap(key -> Optional.ofNullable(found.get(key)));
        return new Seen(keys, found.containsKey(keys.count()), sources.mustWait(ofSource), arrival);
    }

    /** Runs an attempt when it is its turn. */
    public <T> T inTurn(Seen seen, Supplier<T> attempt) {
        return throttle.isPresent() ? queue.call(seen.keys().count(), seen.arrival(), attempt) : attempt.get();
    }

    /**
     * An attempt that may be made, or that must wait.
     *
     * @param delay how long the attempt must wait; empty if it may be made
     * @param counted the count, if the attempt was counted before it is made
     */
    public record Attempt(Optional<Duration> delay, Optional<Begun> counted) {}

    /** Begins an attempt. If it must wait, it is not counted. */
    public Attempt begin(Seen seen) {
        Optional<Duration> sourceDelay =
                seen.keys().source().filter(any -> seen.sourceWaits()).flatMap(sources::loginWait);
        if (sourceDelay.isPresent()) {
            return new Attempt(sourceDelay, Optional.empty());
        }
        String key = seen.keys().count();
        Optional<Begun> counted = throttle.filter(any -> seen.failed() || queue.hasFailedSince(key, seen.arrival()))
                .map(by -> by.begin(key));
        return new Attempt(counted.flatMap(Begun::delay), counted);
    }

    /**
     * Clears the count for the account, not for the source: otherwise attackers could reset it by logging in to an account of
     * their own.
     */
    public void succeeded(Seen seen, Attempt attempt) {
        attempt.counted()
                .ifPresent(
                        begun -> throttle.ifPresent(by -> by.clear(seen.keys().count())));
    }

    /**
     * Counts a failure for the source, and for the account unless the attempt was counted before.
     *
     * @return how many attempts at the account have failed in a row with this one; zero if they are not counted
     */
    public int failed(Seen seen, Attempt attempt) {
        String key = seen.keys().count();
        int failures = attempt.counted()
                .flatMap(Begun::after)
                .or(() -> throttle.map(by -> by.failed(key)))
                .map(Attempts::count)
                .orElse(0);
        queue.failed(key);
        seen.keys().source().ifPresent(sources::loginFailed);
        return failures;
    }

    /** Takes back an attempt that could not be judged, or that clears no count. */
    public void notMade(Seen seen, Attempt attempt) {
        attempt.counted()
                .ifPresent(begun ->
                        throttle.ifPresent(by -> by.takeBack(seen.keys().count(), begun)));
    }

    /** Clears the counts for logins, after the owner has reset the password or the account was deleted. */
    public void forget(StoredUser user) {
        throttle.ifPresent(by -> {
            by.clearQuietly(nameKey(user.usernameKey()));
            by.clearQuietly(knownKey(user.id()));
        });
    }
}
