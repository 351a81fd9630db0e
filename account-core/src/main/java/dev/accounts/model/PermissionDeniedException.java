package dev.accounts.model;

/** The acting user may not do this, or nobody may, such as taking the last superuser its rights. */
public final class PermissionDeniedException extends AccountException {

    private static final long serialVersionUID = 1L;

    /**
     * Refuses.
     *
     * @param reason why, without a name or an address in it
     */
    public PermissionDeniedException(String reason) {
        super("permission denied: " + reason);
    }
}
