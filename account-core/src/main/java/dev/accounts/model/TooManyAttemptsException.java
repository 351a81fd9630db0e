package dev.accounts.model;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * Thrown if too many attempts failed. The credentials were not checked, and the answer is the same whether or not the
 * account exists. Also thrown if one account asked for too many addresses in a row, or one source registered, asked for
 * links or presented them too often. The wait is limited: no account is locked for good (OWASP ASVS 5.0, 6.1.1 and
 * 6.3.1).
 */
public final class TooManyAttemptsException extends AccountException {

    private static final long serialVersionUID = 1L;

    /** How long to wait. */
    private final Duration retryAfter;

    /**
     * Creates a refusal with a wait.
     *
     * @param retryAfter how long the next attempt will be refused
     * @throws NullPointerException if {@code retryAfter} is null
     */
    public TooManyAttemptsException(Duration retryAfter) {
        super("too many attempts, try again in " + requireNonNull(retryAfter, "retryAfter"));
        this.retryAfter = retryAfter;
    }

    /**
     * Returns how long to wait before the next attempt.
     *
     * @return a positive duration
     */
    public Duration retryAfter() {
        return retryAfter;
    }
}
