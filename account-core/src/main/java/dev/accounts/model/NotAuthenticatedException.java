package dev.accounts.model;

import static java.util.Objects.requireNonNull;

/**
 * Thrown if the operation needs a token and the caller presents no live token of an active owner, or if it needs a recent proof or a
 * second factor and the owner of the token gave none.
 */
public final class NotAuthenticatedException extends AccountException {

    private static final long serialVersionUID = 1L;

    /** Why the caller is not authenticated. */
    private final Reason reason;

    /**
     * Creates a refusal with its reason.
     *
     * @param reason why the caller is not authenticated
     * @throws NullPointerException if {@code reason} is null
     */
    public NotAuthenticatedException(Reason reason) {
        super("not authenticated: " + requireNonNull(reason, "reason"));
        this.reason = reason;
    }

    /** {@return why the caller is not authenticated} */
    public Reason reason() {
        return reason;
    }

    /** Why a caller is not authenticated. */
    public enum Reason {
        /** The caller gave no token. */
        TOKEN_MISSING,
        /** The token was never issued, has expired or was revoked. */
        TOKEN_INVALID,
        /** The token is live, but its owner is not active. */
        USER_INACTIVE,
        /**
         * The token is live, but the operation asks for a recent proof (OWASP ASVS 5.0, 7.5.1): {@code AccountService.confirm} takes one.
         */
        REAUTHENTICATION_REQUIRED,
        /** The token is live, but the host requires a second factor, which its owner must enrol first: {@code Factors} does. */
        ENROLMENT_REQUIRED
    }
}
