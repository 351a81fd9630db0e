package dev.accounts.testkit.contract.store;

import java.time.Duration;
import java.time.Instant;
import java.util.function.IntUnaryOperator;

/**
 * A time that no other case lives in: what a case about old rows and due notices puts there is all that there is, once the rows
 * of others from before its end are removed.
 */
final class Era {

    static final Instant START = Instant.parse("2000-01-01T00:00:00.000001Z");
    static final Instant END = START.plus(Duration.ofDays(365));

    private static final int BATCH = 1000;

    private Era() {}

    /** An instant of the era. */
    static Instant second(int number) {
        return START.plusSeconds(number);
    }

    /** Purges batch by batch until nothing is left. */
    static void clear(IntUnaryOperator purge) {
        int removed;
        do {
            removed = purge.applyAsInt(BATCH);
        } while (removed > 0);
    }
}
