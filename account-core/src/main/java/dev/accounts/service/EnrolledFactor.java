package dev.accounts.service;

import static java.util.Objects.requireNonNull;

import dev.accounts.model.IssuedToken;
import dev.accounts.model.factor.RecoveryCodes;

/**
 * What an owner gets who has confirmed an enrolment. {@link #toString} prints no secret.
 *
 * @param token the token that replaces the one of the call
 * @param recoveryCodes ten codes for the loss of the factor; none if the owner has codes already
 */
public record EnrolledFactor(IssuedToken token, RecoveryCodes recoveryCodes) {

    /**
     * Checks that no component is null.
     *
     * @throws NullPointerException if a component is null
     */
    public EnrolledFactor {
        requireNonNull(token, "token");
        requireNonNull(recoveryCodes, "recoveryCodes");
    }
}
