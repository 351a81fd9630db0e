package dev.accounts.model;

/** Thrown if a user does not exist or the caller may not see it. Both cases look the same. */
public final class UserNotFoundException extends AccountException {

    private static final long serialVersionUID = 1L;

    /** Creates a refusal that does not name the user. */
    public UserNotFoundException() {
        super("user not found");
    }
}
