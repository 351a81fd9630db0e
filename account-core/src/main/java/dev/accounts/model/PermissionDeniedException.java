package dev.accounts.model;

import static java.util.Objects.requireNonNull;

/** Thrown if the acting user may not do this, or if no user may, such as deleting the last active superuser. */
public final class PermissionDeniedException extends AccountException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates a refusal with its reason.
     *
     * @param reason why it is refused; it must contain no name and no address
     * @throws NullPointerException if {@code reason} is null
     */
    public PermissionDeniedException(String reason) {
        super("permission denied: " + requireNonNull(reason, "reason"));
    }
}
