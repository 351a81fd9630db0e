package dev.accounts.model;

import static java.util.Objects.requireNonNull;

import dev.accounts.model.factor.LoginChallenge;

/**
 * The password is right, but the account has a second factor: no token was issued yet (NIST SP 800-63B-4, 2.2). A second call takes the
 * challenge and a proof.
 */
public final class SecondFactorRequiredException extends AccountException {

    private static final long serialVersionUID = 1L;

    @SuppressWarnings("serial") // an exception that travels loses its challenge, which is a secret
    private final transient LoginChallenge challenge;

    /**
     * Creates the refusal.
     *
     * @param challenge what the second call must present
     */
    public SecondFactorRequiredException(LoginChallenge challenge) {
        super("a second factor is required");
        this.challenge = requireNonNull(challenge, "challenge");
    }

    /**
     * Returns what the second call must present.
     *
     * @return the challenge
     */
    public LoginChallenge challenge() {
        return challenge;
    }
}
