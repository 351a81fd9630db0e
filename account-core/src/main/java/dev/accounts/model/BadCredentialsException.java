package dev.accounts.model;

/**
 * Thrown if the credentials do not allow a login. An unknown name, an inactive account and a wrong password get the
 * same answer after the same work (OWASP ASVS 5.0, 6.3.8).
 */
public final class BadCredentialsException extends AccountException {

    private static final long serialVersionUID = 1L;

    /** Creates a refusal that does not say which of the credentials is wrong. */
    public BadCredentialsException() {
        super("unable to log in with the provided credentials");
    }
}
