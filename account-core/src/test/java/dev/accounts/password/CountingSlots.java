package dev.accounts.password;

import java.time.Duration;
import java.util.function.Supplier;

/** Counts the turns of one thread. There is one slot and no wait: a turn inside of another is refused. */
final class CountingSlots extends HashingSlots {

    int turns;

    CountingSlots() {
        super(1, Duration.ZERO, 0);
    }

    /** Counts those turns, too. */
    @Override
    HashingSlots half() {
        return this;
    }

    @Override
    <T> T call(Supplier<T> computation) {
        turns++;
        return super.call(computation);
    }
}
