package dev.accounts.testkit.contract.store;

import java.time.Duration;
import java.time.Instant;

/**
 * A year long ago, reserved for the cases about old rows and due notices. Once they purge what is older than its end, the rows of
 * this year are all their own.
 */
final class ReservedTime {

    static final Instant START = Instant.parse("2000-01-01T00:00:00.000001Z");
    static final Instant END = START.plus(Duration.ofDays(365));

    private ReservedTime() {}

    /** An instant of the reserved time. */
    static Instant second(int number) {
        return START.plusSeconds(number);
    }
}
