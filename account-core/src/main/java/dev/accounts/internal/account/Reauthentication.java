package dev.accounts.internal.account;

import dev.accounts.internal.event.EventPublisher;
import dev.accounts.internal.factor.FactorCheck;
import dev.accounts.internal.factor.ProofForm;
import dev.accounts.internal.token.TokenAuthenticator.Caller;
import dev.accounts.internal.token.TokenRenewal;
import dev.accounts.model.AccountEvent;
import dev.accounts.model.IssuedToken;
import dev.accounts.model.factor.AuthenticationMethod;
import dev.accounts.model.factor.Proof;
import dev.accounts.spi.StoredUser;
import dev.accounts.spi.UnitOfWork;
import dev.accounts.spi.UserKey;
import java.util.Optional;

/**
 * Confirms that the owner of a token is there, and replaces the token (OWASP ASVS 5.0, 7.2.4). Where an account has a second factor, the
 * password does not suffice: a thief of the token may know it.
 */
public record Reauthentication(
        UnitOfWork work,
        ConfirmedChange passwords,
        FactorCheck factors,
        TokenRenewal renewal,
        ProofForm forms,
        EventPublisher events) {

    public IssuedToken confirm(Caller caller, Proof proof) {
        StoredUser user = passwords.users().read(UserKey.id(caller.id())).orElseThrow(ConfirmedChange::gone);
        if (user.secondFactor() && proof.method() == AuthenticationMethod.PASSWORD) {
            throw forms.refusal(ProofForm.CODE, "required");
        }
        forms.require(proof);
        return proof instanceof Proof.Password password ? byPassword(caller, password) : byFactor(caller, user, proof);
    }

    private IssuedToken byPassword(Caller caller, Proof.Password password) {
        passwords.requireRight(caller, password.value());
        return work.atomically(() -> renewed(caller, password)).orElseThrow(ConfirmedChange::gone);
    }

    private IssuedToken byFactor(Caller caller, StoredUser user, Proof proof) {
        FactorCheck.Claim claim = new FactorCheck.Claim(user, caller.actor(), false);
        return factors.use(claim, proof, () -> renewed(caller, proof))
                .orElseThrow(() -> forms.wrong(proof))
                .orElseThrow(ConfirmedChange::gone);
    }

    private Optional<IssuedToken> renewed(Caller caller, Proof proof) {
        Optional<IssuedToken> renewed = renewal.renew(caller, proof.method());
        renewed.ifPresent(token -> events.publish(caller.actor(), AccountEvent.Kind.REAUTHENTICATED));
        return renewed;
    }
}
