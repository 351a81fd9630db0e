package dev.accounts.model;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * Thrown if the operation cannot be done now. Nothing was changed, and no password was found wrong. Try again after
 * {@link #retryAfter()}. The reason is one of these:
 *
 * <ul>
 *   <li>No processor time or memory was free for a hash.
 *   <li>The attempt waited too long for other attempts for the same name.
 *   <li>Too many simultaneous callers were counted under the same key.
 *   <li>The check for breached passwords failed, and the policy refuses passwords in that case.
 * </ul>
 */
public final class BusyException extends AccountException {

    private static final long serialVersionUID = 1L;

    /** How long to wait. */
    private final Duration retryAfter;

    /**
     * Creates a refusal with a wait.
     *
     * @param retryAfter how long a caller should wait before the next try
     * @throws NullPointerException if {@code retryAfter} is null
     */
    public BusyException(Duration retryAfter) {
        super("busy, try again in " + requireNonNull(retryAfter, "retryAfter"));
        this.retryAfter = retryAfter;
    }

    /**
     * Returns how long to wait before the next try.
     *
     * @return a positive duration
     */
    public Duration retryAfter() {
        return retryAfter;
    }
}
