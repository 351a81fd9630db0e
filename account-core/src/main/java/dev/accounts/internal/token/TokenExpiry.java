package dev.accounts.internal.token;

import dev.accounts.model.AuthToken;
import dev.accounts.model.Identity;
import dev.accounts.model.delegation.Delegation;
import dev.accounts.model.factor.Authentication;
import dev.accounts.policy.FactorPolicy;
import dev.accounts.policy.TokenPolicy;
import dev.accounts.spi.TokenOwner;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/** Computes when tokens expire: those of owners who must have a second factor earlier than others. */
public record TokenExpiry(TokenPolicy tokens, FactorPolicy factors) {

    /** Returns when a token expires if it is not used again; empty if it does not expire. A delegated one has its own end. */
    Optional<Instant> of(TokenOwner owner) {
        Identity identity = owner.identity();
        return of(
                isPrivileged(identity),
                identity.delegation(),
                identity.authentication(),
                owner.expiresAt(),
                owner.lastUsedAt());
    }

    Optional<Instant> of(boolean privileged, AuthToken token) {
        return of(privileged, token.delegation(), token.authentication(), token.expiresAt(), token.lastUsedAt());
    }

    private Optional<Instant> of(
            boolean privileged,
            Delegation delegation,
            Authentication authentication,
            Optional<Instant> expiresAt,
            Instant lastUsedAt) {
        if (!delegation.isNone()) {
            return expiresAt;
        }
        Optional<Instant> end = earlier(expiresAt, idleTimeout(privileged).map(lastUsedAt::plus));
        return factors.isRequiredFor(privileged)
                ? earlier(end, Optional.of(authentication.at().plus(FactorPolicy.REQUIRED_PROOF)))
                : end;
    }

    /** Every request of a host asks for it, so it is no stream. */
    private static Optional<Instant> earlier(Optional<Instant> one, Optional<Instant> other) {
        return one.filter(end -> other.map(end::isBefore).orElse(true)).or(() -> other);
    }

    boolean isLive(boolean privileged, AuthToken token, Instant now) {
        return of(privileged, token).map(now::isBefore).orElse(true);
    }

    /** Whether the host takes tokens of this kind. */
    boolean isTaken(Delegation delegation) {
        return tokens.personalTokens() || delegation.scopes().isEmpty();
    }

    static boolean isPrivileged(Identity owner) {
        return owner.staff() || owner.superuser();
    }

    boolean isRequiredFor(Identity owner) {
        return factors.isRequiredFor(isPrivileged(owner));
    }

    /** Whether a token may expire earlier than the store knows. */
    boolean dependsOnUse() {
        return tokens.idleTimeout().isPresent() || factors.isRequiredFor(true);
    }

    private Optional<Duration> idleTimeout(boolean privileged) {
        return factors.isRequiredFor(privileged)
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
