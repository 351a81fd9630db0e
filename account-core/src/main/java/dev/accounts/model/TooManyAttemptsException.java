package dev.accounts.model;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * Too many attempts failed, and the credentials were not judged: the same whether there is such an account or not. Or one
 * account asked for too many addresses in a row. Both pass: nobody is locked out for good (OWASP ASVS 5.0, 6.1.1 and 6.3.1).
 */
public final class TooManyAttemptsException extends AccountException {

    private static final long serialVersionUID = 1L;

    /** How long to wait. */
    private final Duration retryAfter;

    /**
     * Refuses for now.
     *
     * @param retryAfter how long the next attempt will be refused
     * @throws NullPointerException if {@code retryAfter} is null
     */
    public TooManyAttemptsException(Duration retryAfter) {
        super("too many attempts, try again in " + requireNonNull(retryAfter, "retryAfter"));
        this.retryAfter = retryAfter;
    }

    /**
     * How long to wait before the next attempt.
     *
     * @return a positive duration
     */
    public Duration retryAfter() {
        return retryAfter;
    }
}
