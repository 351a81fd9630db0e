package dev.accounts.internal.account;

import dev.accounts.internal.token.TokenAuthenticator.Caller;
import dev.accounts.model.Identity;
import dev.accounts.model.NotAuthenticatedException;
import dev.accounts.model.NotAuthenticatedException.Reason;
import dev.accounts.model.PermissionDeniedException;
import dev.accounts.model.factor.Assurance;
import dev.accounts.spi.StoredUser;
import java.time.Duration;
import java.time.InstantSource;

/** Requires that the owner of a token has given a proof not long ago (OWASP ASVS 5.0, 7.5.1). */
public record FreshProof(Duration age, InstantSource clock) {

    public void require(Caller caller) {
        require(caller.identity(), Assurance.any().freshFor(age));
        requireFactor(caller, caller.secondFactor());
    }

    /** Requires it of an account that is locked: it may have got a factor since the caller was identified. */
    public void requireStill(Caller caller, StoredUser now) {
        requireFactor(caller, now.secondFactor());
    }

    /** Where the account has a second factor, a token without one does not suffice: a node of an earlier version may have issued it. */
    private static void requireFactor(Caller caller, boolean secondFactor) {
        if (secondFactor && !caller.identity().authentication().hasSecondFactor()) {
            throw new NotAuthenticatedException(Reason.REAUTHENTICATION_REQUIRED);
        }
    }

    void requireWhereFactorsAre(Caller caller) {
        if (caller.secondFactor()) {
            require(caller);
        }
    }

    /** A delegated token gives no proof of its owner, and the owner cannot add one. */
    public void require(Identity caller, Assurance assurance) {
        if (!caller.delegation().isNone() && !assurance.equals(Assurance.any())) {
            throw new PermissionDeniedException("a delegated token gives no proof of its owner");
        }
        if (!assurance.isMetBy(caller.authentication(), clock.instant())) {
            throw new NotAuthenticatedException(Reason.REAUTHENTICATION_REQUIRED);
        }
    }
}
