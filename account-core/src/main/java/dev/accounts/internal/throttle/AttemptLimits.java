package dev.accounts.internal.throttle;

import dev.accounts.internal.throttle.Throttle.Begun;
import dev.accounts.model.AccountException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** How many attempts may fail, for one name and from one source. */
public final class AttemptLimits {

    private final PerNameQueue queue;
    private final Optional<Throttle> byName;
    private final Optional<Throttle> bySource;

    public AttemptLimits(PerNameQueue queue, Optional<Throttle> byName, Optional<Throttle> bySource) {
        this.queue = queue;
        this.byName = byName;
        this.bySource = bySource;
    }

    /** Under what an attempt is counted. */
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
     * An attempt that was counted, or that has to wait.
     *
     * @param delay how long it has to wait for; empty if it may be made
     * @param name what was counted for the name
     * @param source what was counted for the source
     */
    public record Attempt(Optional<Duration> delay, Optional<Begun> name, Optional<Begun> source) {}

    /** Counts an attempt; or says how long to wait, and then it is counted for neither. */
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

    /** The failures of the name are forgotten; those of the source stay, or one account of one's own would clear them. */
    public void succeeded(Keys keys, Attempt attempt) {
        byName.ifPresent(throttle -> throttle.clear(keys.name()));
        takeBackOfSource(keys, attempt);
    }

    /** The password could not be judged. */
    public void notMade(Keys keys, Attempt attempt) {
        attempt.name().ifPresent(begun -> byName.ifPresent(throttle -> throttle.takeBack(keys.name(), begun)));
        takeBackOfSource(keys, attempt);
    }

    private void takeBackOfSource(Keys keys, Attempt attempt) {
        keys.source()
                .ifPresent(key -> attempt.source()
                        .ifPresent(begun -> bySource.ifPresent(throttle -> throttle.takeBack(key, begun))));
    }

    /** Forgets what was counted for a name whose owner proved by other means who he is, or is gone. */
    public void forget(String name) {
        byName.ifPresent(throttle -> throttle.clearQuietly(nameKey(name)));
    }
}
