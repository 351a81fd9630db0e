package dev.accounts.model;

import static java.util.Objects.requireNonNull;

/**
 * Thrown if the store failed. Nothing was changed, unless {@link #outcome()} is {@link Outcome#UNKNOWN}.
 *
 * <p>The cause is the store's own exception. It is meant for the log of the host, not for users.
 */
public final class StorageException extends AccountException {

    private static final long serialVersionUID = 1L;

    /** What became of the change. */
    private final Outcome outcome;

    /**
     * Creates a failure of the store.
     *
     * @param outcome whether the change may have happened
     * @param cause what the store threw
     * @throws NullPointerException if an argument is null
     */
    public StorageException(Outcome outcome, Throwable cause) {
        super(
                "the account store failed; outcome: " + requireNonNull(outcome, "outcome"),
                requireNonNull(cause, "cause"));
        this.outcome = outcome;
    }

    /**
     * Returns what became of the change.
     *
     * @return {@link Outcome#UNKNOWN} if the connection broke while the change was being committed
     */
    public Outcome outcome() {
        return outcome;
    }

    /** What became of a change that failed. */
    public enum Outcome {
        /** Nothing was changed. */
        UNCHANGED,
        /**
         * The change may or may not have happened.
         *
         * <ul>
         *   <li>After a registration, call {@code AccountService.isRegistered}.
         *   <li>After the creation of a town, look for the town.
         *   <li>After a change or a reset of the password, try the new password.
         *   <li>Repeat anything else: a value is set again; what was revoked or deleted is refused as not found or not
         *       authenticated; a used one-time link is refused. A login may leave a token that no caller has, until it
         *       expires.
         * </ul>
         */
        UNKNOWN
    }
}
