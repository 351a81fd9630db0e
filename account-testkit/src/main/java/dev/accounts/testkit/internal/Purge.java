package dev.accounts.testkit.internal;

import dev.accounts.spi.OutboxStore;
import java.time.Instant;
import java.util.function.IntUnaryOperator;

/** Purges until nothing is left to remove. */
public final class Purge {

    private static final int BATCH = 1000;
    private static final Instant FAR_FUTURE = Instant.parse("9000-01-01T00:00:00Z");

    private Purge() {}

    /** Removes what waits, also what other tests left and is not due yet. */
    public static void outbox(OutboxStore outbox) {
        all(limit -> outbox.purge(FAR_FUTURE, limit));
    }

    /**
     * Purges in batches; removes what other tests left, too.
     *
     * @param purge removes at most the given number of rows and returns how many it removed
     */
    public static void all(IntUnaryOperator purge) {
        int removed;
        do {
            removed = purge.applyAsInt(BATCH);
        } while (removed > 0);
    }
}
