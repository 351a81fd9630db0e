package dev.accounts.policy;

import dev.accounts.model.Identity;
import dev.accounts.service.AccountService;

/** Who may see whom in {@link AccountService#getUser}. What is hidden looks as if it did not exist. Thread-safe. */
@FunctionalInterface
public interface UserVisibility {

    /** Any authenticated user sees any user, as the API document says. The default. */
    UserVisibility EVERYONE = (viewer, userId) -> true;

    /** A user sees oneself; staff and superusers see everybody. */
    UserVisibility SELF_OR_STAFF = (viewer, userId) -> viewer.id() == userId || viewer.staff() || viewer.superuser();

    /**
     * Whether one may see another.
     *
     * @param viewer the authenticated caller
     * @param userId whom it wants to see, existing or not
     * @return whether it may
     */
    boolean permits(Identity viewer, long userId);
}
