package dev.accounts.internal.throttle;

import dev.accounts.internal.throttle.Throttle.Begun;
import dev.accounts.model.AccountException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** Limits failed attempts for each name and from each source. */
public final class AttemptLimits {

    private final PerNameQueue queue;
    private final Optional<Throttle> byName;
    private final Optional<Throttle> bySource;

    public AttemptLimits(PerNameQueue queue, Optional<Throttle> byName, Optional<Throttle> bySource) {
        this.queue = queue;
        this.byName = byName;
        this.bySource = bySource;
    }

    /** The keys under which an attempt is counted. */
    public record Keys(String name, Optional<String> source) {}

    public static Keys keys(String name, Optional<String> source) {
        return new Keys(nameKey(name), source.map(from -> Throttle.key("source", from)));
    }

    static String nameKey(String name) {
        return Throttle.key("name", name);
    }

    public <T> T inTurn(Keys keys, Supplier<T> attempt) {
        return byName.isPresent() ? queue.call(keys.name(), attempt) : attempt.get();
    }

    /**
     * An attempt that was counted, or that must wait.
     *
     * @param delay how long the attempt must wait; empty if it may be made
     * @param name the count for the name
     * @param source the count for the source
     */
    public record Attempt(Optional<Duration> delay, Optional<Begun> name, Optional<Begun> source) {}

    /** Counts an attempt for the name and the source. If it must wait, it is counted for neither. */
    public Attempt begin(Keys keys) {
        Optional<Begun> source = keys.source().flatMap(key -> bySource.map(throttle -> throttle.begin(key)));
        Optional<Duration> wait = source.flatMap(Begun::delay);
        if (wait.isPresent()) {
            return new Attempt(wait, Optional.empty(), Optional.empty());
        }
        Optional<Begun> name = beginName(keys, source);
        Attempt attempt = new Attempt(name.flatMap(Begun::delay), name, source);
        if (attempt.delay().isPresent()) {
            takeBackOfSource(keys, attempt);
        }
        return attempt;
    }

    private Optional<Begun> beginName(Keys keys, Optional<Begun> source) {
        try {
            return byName.map(throttle -> throttle.begin(keys.name()));
        } catch (AccountException notCounted) {
            takeBackOfSource(keys, new Attempt(Optional.empty(), Optional.empty(), source));
            throw notCounted;
        }
    }

    /**
     * Clears the count for the name, not for the source: otherwise attackers could reset it by logging in to an account of their
     * own.
     */
    public void succeeded(Keys keys, Attempt attempt) {
        byName.ifPresent(throttle -> throttle.clear(keys.name()));
        takeBackOfSource(keys, attempt);
    }

    /** Takes back an attempt whose password could not be checked. */
    public void notMade(Keys keys, Attempt attempt) {
        attempt.name().ifPresent(begun -> byName.ifPresent(throttle -> throttle.takeBack(keys.name(), begun)));
        takeBackOfSource(keys, attempt);
    }

    private void takeBackOfSource(Keys keys, Attempt attempt) {
        keys.source()
                .ifPresent(key -> attempt.source()
                        .ifPresent(begun -> bySource.ifPresent(throttle -> throttle.takeBack(key, begun))));
    }

    /** Clears the count for a name, after its owner has reset the password or the account was deleted. */
    public void forget(String name) {
        byName.ifPresent(throttle -> throttle.clearQuietly(nameKey(name)));
    }
}
