package dev.accounts.jpa.faults;

import java.time.Duration;

/**
 * How long it took, from the moment at which the database was up again.
 *
 * @param pool until the pool had a connection
 * @param first until the service gave the first answer
 * @param every until each client had one
 */
record Recovery(Duration pool, Duration first, Duration every) {

    private static final Duration BAR = Duration.ofSeconds(5);

    /** HikariCP doubles its pause between two attempts to connect up to 5 s; what it adds to the bar is not the library's. */
    private static final Duration AFTER_POOL = Duration.ofSeconds(1);

    boolean isInTime() {
        return first.compareTo(BAR) <= 0 || first.minus(pool).compareTo(AFTER_POOL) <= 0;
    }
}
