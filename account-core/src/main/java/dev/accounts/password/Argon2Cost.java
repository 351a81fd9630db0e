package dev.accounts.password;

import java.time.Duration;
import java.util.Optional;

/**
 * The cost of one Argon2 hash.
 *
 * @param memoryKib the memory in KiB
 * @param passes the passes over the memory
 * @param lanes the lanes that the memory is divided into
 */
record Argon2Cost(int memoryKib, int passes, int lanes) {

    private static final int MAX_MEMORY_KIB = 256 * 1024;
    private static final int MAX_PASSES = 16;
    private static final int MAX_LANES = 8;

    private static final int MOST_HASHES = 1_000_000;

    /** RFC 9106 requires eight blocks per lane. */
    private static final int MIN_KIB_PER_LANE = 8;

    /** The least memory in KiB for 1, 2, 3, 4 and 5 or more passes. */
    private static final int[] OWASP_MINIMUM_KIB = {47_104, 19_456, 12_288, 9_216, 7_168};

    Argon2Cost {
        if (!isBounded(memoryKib, passes, lanes)) {
            throw new IllegalArgumentException("Argon2 cost out of bounds: memoryKib=" + memoryKib + " (up to "
                    + MAX_MEMORY_KIB + ", at least " + MIN_KIB_PER_LANE + " per lane), passes=" + passes + " (1 to "
                    + MAX_PASSES + "), lanes=" + lanes + " (1 to " + MAX_LANES + ")");
        }
    }

    static boolean isBounded(long memoryKib, long passes, long lanes) {
        return lanes >= 1
                && lanes <= MAX_LANES
                && passes >= 1
                && passes <= MAX_PASSES
                && memoryKib >= MIN_KIB_PER_LANE * lanes
                && memoryKib <= MAX_MEMORY_KIB;
    }

    void requireOwaspMinimum() {
        int minimum = OWASP_MINIMUM_KIB[Math.min(passes, OWASP_MINIMUM_KIB.length) - 1];
        if (memoryKib < minimum) {
            throw new IllegalArgumentException("memoryKib must be at least " + minimum + " for " + passes
                    + " passes (OWASP Password Storage Cheat Sheet), not " + memoryKib);
        }
    }

    boolean isWeakerThan(Argon2Cost other) {
        return memoryKib < other.memoryKib || work() < other.work();
    }

    /** Returns the extra work that brings this cost up to another. It needs no more memory than the other cost. */
    Optional<Argon2Cost> shortfallTo(Argon2Cost other) {
        long missing = other.work() - work();
        if (missing < MIN_KIB_PER_LANE) {
            return Optional.empty();
        }
        int extraPasses = (int) ((missing + other.memoryKib - 1) / other.memoryKib);
        return Optional.of(new Argon2Cost((int) (missing / extraPasses), extraPasses, 1));
    }

    /** Returns about how many hashes can be computed in a time: a processor of 2026 fills 1000 KiB once in a millisecond. */
    int hashesWithin(Duration time, int processors) {
        long eachMillis = Math.max(1, work() / 1000);
        return (int) Math.min(MOST_HASHES, time.toMillis() / eachMillis * processors);
    }

    private long work() {
        return (long) memoryKib * passes;
    }
}
