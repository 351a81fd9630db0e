package dev.accounts.internal.proof;

import static java.util.Objects.requireNonNull;

import dev.accounts.internal.account.AccountEditor;
import dev.accounts.internal.account.ConfirmedChange;
import dev.accounts.internal.event.EventPublisher;
import dev.accounts.internal.factor.FactorCheck;
import dev.accounts.internal.factor.ProofForm;
import dev.accounts.internal.token.TokenAuthenticator.Caller;
import dev.accounts.internal.token.TokenRenewal;
import dev.accounts.model.AccountEvent;
import dev.accounts.model.AccountException;
import dev.accounts.model.IssuedToken;
import dev.accounts.model.factor.AuthenticationMethod;
import dev.accounts.model.factor.Proof;
import dev.accounts.spi.StoredUser;
import dev.accounts.spi.UserKey;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Confirms that the owner of a token is there, and replaces the token (OWASP ASVS 5.0, 7.2.4). Where an account has a second factor, the
 * password does not suffice: a thief of the token may know it.
 */
public record Reauthentication(
        ConfirmedChange passwords, FactorCheck factors, TokenRenewal renewal, ProofForm forms, EventPublisher events) {

    public IssuedToken confirm(Caller caller, Proof proof) {
        StoredUser user = passwords.users().read(UserKey.id(caller.id())).orElseThrow(ConfirmedChange::gone);
        if (proof.method() == AuthenticationMethod.PASSWORD) {
            requireNoFactor(user);
        }
        forms.require(proof);
        return proof instanceof Proof.Password password ? byPassword(caller, password) : byFactor(caller, user, proof);
    }

    private void requireNoFactor(StoredUser user) {
        if (user.secondFactor()) {
            boolean hasApp = factors.stores().totp().find(user.id()).isPresent();
            throw forms.refusal(hasApp ? ProofForm.CODE : ProofForm.PASSKEY, "required");
        }
    }

    private IssuedToken byPassword(Caller caller, Proof.Password password) {
        AtomicReference<@Nullable IssuedToken> renewed = new AtomicReference<>();
        passwords.applyAtAnyAge(caller, password.value(), verified -> now -> {
            requireNoFactor(now);
            return AccountEditor.Edit.of(user -> user, () -> renewed.set(renewed(caller, password)));
        });
        return requireNonNull(renewed.get());
    }

    private IssuedToken byFactor(Caller caller, StoredUser user, Proof proof) {
        FactorCheck.Claim claim = new FactorCheck.Claim(user, caller.actor(), Optional.empty());
        return factors.use(claim, proof, use -> renew(caller, proof, use));
    }

    /**
     * Locks the account first, like every operation that revokes all its tokens: without the lock, that operation would miss the token
     * that replaces another.
     */
    private IssuedToken renew(Caller caller, Proof proof, Supplier<Optional<? extends AccountException>> use) {
        AtomicReference<@Nullable IssuedToken> renewed = new AtomicReference<>();
        passwords.editor().apply(caller.id(), ConfirmedChange::gone, now -> {
            ConfirmedChange.requireActive(now);
            return AccountEditor.Edit.of(user -> user, () -> renewed.set(renewed(caller, proof)))
                    .under(use);
        });
        return requireNonNull(renewed.get());
    }

    /** A token that was revoked meanwhile undoes the use of the proof. */
    private IssuedToken renewed(Caller caller, Proof proof) {
        IssuedToken renewed = renewal.renew(caller, proof.method()).orElseThrow(ConfirmedChange::gone);
        events.publish(caller.actor(), AccountEvent.Kind.REAUTHENTICATED);
        return renewed;
    }
}
