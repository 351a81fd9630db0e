package dev.accounts.testkit.internal;

import java.util.function.IntUnaryOperator;

/** Purges until nothing is left to remove. */
public final class Purge {

    private static final int BATCH = 1000;

    private Purge() {}

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
