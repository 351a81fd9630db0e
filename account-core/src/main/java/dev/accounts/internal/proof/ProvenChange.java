package dev.accounts.internal.proof;

import dev.accounts.internal.account.AccountEditor;
import dev.accounts.internal.account.ConfirmedChange;
import dev.accounts.internal.account.Consequences;
import dev.accounts.internal.account.FreshProof;
import dev.accounts.internal.throttle.SourceLimits;
import dev.accounts.internal.token.TokenAuthenticator.Caller;
import dev.accounts.model.TooManyAttemptsException;

/**
 * What the changes of factors and the issue of personal tokens have in common: a fresh proof, the lock on the account, a mail and an event.
 */
public record ProvenChange(FreshProof fresh, AccountEditor editor, SourceLimits sources, Consequences consequences) {

    /**
     * Applies a change by the owner.
     *
     * @throws TooManyAttemptsException if the source of the call has caused too many mails
     */
    public void apply(Caller caller, AccountEditor.Decision decision) {
        fresh.require(caller);
        sources.require(SourceLimits.Operation.MAIL, caller.actor().source());
        editor.apply(caller.id(), ConfirmedChange::gone, now -> {
            ConfirmedChange.requireActive(now);
            fresh.requireStill(caller, now);
            requireLive(caller);
            return decision.on(now);
        });
    }

    /** What ended all tokens of the account may have been faster. */
    private void requireLive(Caller caller) {
        boolean isLive = consequences.revocation().stores().tokens().list(caller.id()).stream()
                .anyMatch(token -> token.digest().equals(caller.digest()));
        if (!isLive) {
            throw ConfirmedChange.gone();
        }
    }
}
