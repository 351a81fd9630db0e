package dev.accounts.model;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * The operation was not done, and nothing was changed; no password was found wrong. There was no processor time or memory for a
 * hash, no turn in time among the attempts for one name, too many counted something at once, or a check against breached
 * passwords failed where that refuses a password. Try again later.
 */
public final class BusyException extends AccountException {

    private static final long serialVersionUID = 1L;

    /** How long to wait. */
    private final Duration retryAfter;

    /**
     * Refuses for now.
     *
     * @param retryAfter how long a caller should wait before it tries again
     * @throws NullPointerException if {@code retryAfter} is null
     */
    public BusyException(Duration retryAfter) {
        super("busy, try again in " + requireNonNull(retryAfter, "retryAfter"));
        this.retryAfter = retryAfter;
    }

    /**
     * How long to wait before the next try.
     *
     * @return a positive duration
     */
    public Duration retryAfter() {
        return retryAfter;
    }
}
