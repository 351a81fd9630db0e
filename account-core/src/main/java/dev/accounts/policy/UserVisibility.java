package dev.accounts.policy;

import dev.accounts.model.Identity;
import dev.accounts.service.AccountService;

/**
 * Decides which users a caller may see in {@link AccountService#getUser}. A hidden user looks like one that does not
 * exist. Thread-safe.
 */
@FunctionalInterface
public interface UserVisibility {

    /**
     * Every authenticated user may see every user, as the API document says: address, times, flags and rights included.
     * This is the default.
     */
    UserVisibility EVERYONE = (viewer, userId) -> true;

    /** Users may see themselves; staff and superusers may see every user. */
    UserVisibility SELF_OR_STAFF = (viewer, userId) -> viewer.id() == userId || viewer.staff() || viewer.superuser();

    /**
     * Returns whether the caller may see a user.
     *
     * @param viewer the authenticated caller
     * @param userId the id of the user to see, who may not exist
     * @return whether the caller may see that user
     */
    boolean permits(Identity viewer, long userId);
}
