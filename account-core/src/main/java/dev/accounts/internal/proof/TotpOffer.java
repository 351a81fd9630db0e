package dev.accounts.internal.proof;

import dev.accounts.internal.factor.Seeds;
import dev.accounts.model.PermissionDeniedException;
import dev.accounts.policy.FactorPolicy;
import java.time.InstantSource;

/** Whether and how the host offers one-time codes. */
public record TotpOffer(FactorPolicy policy, Seeds seeds, InstantSource clock) {

    /** Requires that the policy allows factors, and that there is a key: without one, seeds would be stored in clear. */
    void require() {
        if (!policy.isOffered() || !seeds.secrets().areAccepted()) {
            throw new PermissionDeniedException("the host does not offer one-time codes");
        }
    }
}
