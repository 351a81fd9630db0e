package dev.accounts.model;

import static java.util.Objects.requireNonNull;

/**
 * The store failed. Nothing was changed, unless {@link #outcome()} says that this is not known.
 *
 * <p>The cause is the store's own exception, for the log of the host; it is not meant for a user's eyes.
 */
public final class StorageException extends AccountException {

    private static final long serialVersionUID = 1L;

    /** What became of the change. */
    private final Outcome outcome;

    /**
     * Refuses because of a failure of the store.
     *
     * @param outcome whether the change may have happened all the same
     * @param cause what the store threw
     * @throws NullPointerException if {@code outcome} is null
     */
    public StorageException(Outcome outcome, Throwable cause) {
        super("the account store failed; outcome: " + requireNonNull(outcome, "outcome"), cause);
        this.outcome = outcome;
    }

    /**
     * What became of the change.
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
         * The change may be there or not. After a registration ask {@code AccountService.isRegistered}, after the creation of
         * a town look for it. After a change or a reset of the password try the new one. Anything else may be repeated: what
         * was set is set again, what was ended or deleted is refused as not found or not authenticated, a link that did its
         * work is no longer good, and a login leaves a token that nobody holds, until it expires.
         */
        UNKNOWN
    }
}
