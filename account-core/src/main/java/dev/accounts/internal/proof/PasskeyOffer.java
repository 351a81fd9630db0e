package dev.accounts.internal.proof;

import dev.accounts.internal.factor.RelyingParty;
import dev.accounts.model.PermissionDeniedException;
import dev.accounts.policy.FactorPolicy;
import java.time.InstantSource;
import java.util.Optional;

/** Whether and how the host offers passkeys. */
public record PasskeyOffer(FactorPolicy policy, Optional<RelyingParty> party, InstantSource clock) {

    /** Returns the host as authenticators know it, if owners may register passkeys. */
    RelyingParty require() {
        return party.filter(any -> policy.isOffered()).orElseThrow(PasskeyOffer::refusal);
    }

    /** Returns the host as authenticators know it, if owners may use the passkeys that they have. */
    RelyingParty requireUse() {
        return party.orElseThrow(PasskeyOffer::refusal);
    }

    private static PermissionDeniedException refusal() {
        return new PermissionDeniedException("the host does not offer passkeys");
    }
}
