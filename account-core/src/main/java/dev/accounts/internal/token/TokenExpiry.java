package dev.accounts.internal.token;

import dev.accounts.model.Identity;
import dev.accounts.model.delegation.Delegation;
import dev.accounts.model.factor.Authentication;
import dev.accounts.policy.FactorPolicy;
import dev.accounts.policy.TokenPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/** Computes when tokens expire: those of owners who must have a second factor earlier than others. */
public record TokenExpiry(TokenPolicy tokens, FactorPolicy factors) {

    /** Returns when a token of an owner expires if it is not used again; empty if it does not expire. A delegated one has its own end. */
    public Optional<Instant> of(
            Identity owner,
            Delegation delegation,
            Authentication authentication,
            Optional<Instant> expiresAt,
            Instant lastUsedAt) {
        if (!delegation.isNone()) {
            return expiresAt;
        }
        Optional<Instant> proof = isRequiredFor(owner)
                ? Optional.of(authentication.at().plus(FactorPolicy.REQUIRED_PROOF))
                : Optional.empty();
        return Stream.of(expiresAt, proof, idleTimeout(owner).map(lastUsedAt::plus))
                .flatMap(Optional::stream)
                .min(Instant::compareTo);
    }

    /** Whether the host takes tokens of this kind. */
    boolean isTaken(Delegation delegation) {
        return tokens.personalTokens() || delegation.scopes().isEmpty();
    }

    boolean isRequiredFor(Identity owner) {
        return factors.isRequiredFor(owner.staff() || owner.superuser());
    }

    /** Whether a token may expire earlier than the store knows. */
    boolean dependsOnUse() {
        return tokens.idleTimeout().isPresent() || factors.isRequiredFor(true);
    }

    private Optional<Duration> idleTimeout(Identity owner) {
        return isRequiredFor(owner)
                ? tokens.idleTimeout()
                        .filter(TokenExpiry::isShort)
                        .or(() -> Optional.of(FactorPolicy.REQUIRED_IDLE_TIMEOUT))
                : tokens.idleTimeout();
    }

    private static boolean isShort(Duration idle) {
        return idle.compareTo(FactorPolicy.REQUIRED_IDLE_TIMEOUT) < 0;
    }

    /** Returns how often a use is recorded: at least twice per idle timeout, so that a token in use does not expire. */
    Duration lastUseInterval() {
        return Stream.of(
                        tokens.idleTimeout(),
                        Optional.of(FactorPolicy.REQUIRED_IDLE_TIMEOUT).filter(any -> factors.isRequiredFor(true)))
                .flatMap(Optional::stream)
                .map(idle -> idle.dividedBy(2))
                .reduce(tokens.lastUseInterval(), (a, b) -> a.compareTo(b) < 0 ? a : b);
    }
}
