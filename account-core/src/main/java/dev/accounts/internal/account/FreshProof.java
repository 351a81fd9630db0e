package dev.accounts.internal.account;

import dev.accounts.internal.token.TokenAuthenticator.Caller;
import dev.accounts.model.NotAuthenticatedException;
import dev.accounts.model.NotAuthenticatedException.Reason;
import dev.accounts.model.factor.Assurance;
import dev.accounts.model.factor.Authentication;
import java.time.Duration;
import java.time.InstantSource;

/** Requires that the owner of a token has given a proof not long ago (OWASP ASVS 5.0, 7.5.1). */
public record FreshProof(Duration age, InstantSource clock) {

    public void require(Caller caller) {
        require(caller.identity().authentication(), Assurance.any().freshFor(age));
    }

    /** A token with a second factor shows that the account has one: enrolling the first revokes all others. */
    void requireWhereFactorsAre(Caller caller) {
        if (caller.identity().authentication().hasSecondFactor()) {
            require(caller);
        }
    }

    public void require(Authentication authentication, Assurance assurance) {
        if (!assurance.isMetBy(authentication, clock.instant())) {
            throw new NotAuthenticatedException(Reason.REAUTHENTICATION_REQUIRED);
        }
    }
}
