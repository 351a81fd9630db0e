package dev.accounts;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** How many attempts may fail, for one name and from one source. */
final class AttemptLimits {

    private final Turns turns;
    private final Optional<Throttle> byName;
    private final Optional<Throttle> bySource;

    AttemptLimits(Turns turns, Optional<Throttle> byName, Optional<Throttle> bySource) {
        this.turns = turns;
        this.byName = byName;
        this.bySource = bySource;
    }

    /** Under what an attempt is counted. */
    record Keys(String name, Optional<String> source) {}

    static Keys keys(String name, Optional<String> source) {
        return new Keys(nameKey(name), source.map(from -> Throttle.key("source", from)));
    }

    static String nameKey(String name) {
        return Throttle.key("name", name);
    }

    <T> T inTurn(Keys keys, Supplier<T> attempt) {
        return byName.isPresent() ? turns.call(keys.name(), attempt) : attempt.get();
    }

    /** Counts an attempt; or says how long to wait. */
    Optional<Duration> begin(Keys keys) {
        return keys.source()
                .flatMap(source -> bySource.flatMap(throttle -> throttle.begin(source)))
                .or(() -> byName.flatMap(throttle -> throttle.begin(keys.name())));
    }

    /** The failures of the name are forgotten; those of the source stay, or one account of one's own would clear them. */
    void succeeded(Keys keys) {
        byName.ifPresent(throttle -> throttle.clear(keys.name()));
        keys.source().ifPresent(source -> bySource.ifPresent(throttle -> throttle.takeBack(source)));
    }

    /** The password could not be judged. */
    void notMade(Keys keys) {
        byName.ifPresent(throttle -> throttle.takeBack(keys.name()));
        keys.source().ifPresent(source -> bySource.ifPresent(throttle -> throttle.takeBack(source)));
    }

    /** Forgets what was counted for a name whose owner proved by other means who he is, or is gone. */
    void forget(String name) {
        byName.ifPresent(throttle -> throttle.clearQuietly(nameKey(name)));
    }
}
