package dev.accounts.policy;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * Decides about second factors. Immutable; start with {@link #defaults()}.
 *
 * @param requirement which owners may and which must have a second factor; a login asks for an enrolled factor under every value
 * @param issuer the name of the host as an app for one-time codes shows it, 1 to {@value #MAX_ISSUER} characters
 * @param freshness how old the proof of an owner may be for a change of factors, and for a change of credentials if the account has a
 *     factor (OWASP ASVS 5.0, 7.5.1)
 */
public record FactorPolicy(Requirement requirement, String issuer, Duration freshness) {

    /** The longest name of a host, in characters. */
    public static final int MAX_ISSUER = 100;

    /** How old the last proof of a token may be if its owner must have a second factor (NIST SP 800-63B-4, 2.2.3). */
    public static final Duration REQUIRED_PROOF = Duration.ofHours(24);

    /** How long a token may go unused if its owner must have a second factor (NIST SP 800-63B-4, 2.2.3). */
    public static final Duration REQUIRED_IDLE_TIMEOUT = Duration.ofHours(1);

    /** Who may and who must have a second factor. */
    public enum Requirement {
        /** No owner may enrol one. */
        OFF,
        /** Every owner may enrol one. */
        OFFERED,
        /** Staff and superusers must have one, others may. */
        REQUIRED_FOR_STAFF,
        /** Every owner must have one. */
        REQUIRED_FOR_ALL
    }

    private static final Duration DEFAULT_FRESHNESS = Duration.ofMinutes(15);
    private static final Duration LONGEST_FRESHNESS = Duration.ofDays(1);

    /**
     * Checks the bounds.
     *
     * @throws NullPointerException if a component is null
     * @throws IllegalArgumentException if the issuer is blank or too long, or the freshness is not within 1 microsecond to 1 day
     */
    public FactorPolicy {
        requireNonNull(requirement, "requirement");
        if (requireNonNull(issuer, "issuer").isBlank() || issuer.length() > MAX_ISSUER) {
            throw new IllegalArgumentException("issuer must have 1 to " + MAX_ISSUER + " characters: " + issuer);
        }
        Durations.require("freshness", freshness, LONGEST_FRESHNESS);
    }

    /**
     * Returns the defaults: owners may enrol factors, apps show the name {@code Account}, and a proof is fresh for 15 minutes. One-time
     * codes also need a {@code SecretCipher}.
     *
     * @return the defaults
     */
    public static FactorPolicy defaults() {
        return new FactorPolicy(Requirement.OFFERED, "Account", DEFAULT_FRESHNESS);
    }

    /**
     * Returns a copy that says who may and who must have a second factor.
     *
     * @param value who
     * @return the new policy
     * @throws NullPointerException if {@code value} is null
     */
    public FactorPolicy requirement(Requirement value) {
        return new FactorPolicy(value, issuer, freshness);
    }

    /** {@return whether owners may enrol a second factor} */
    public boolean isOffered() {
        return requirement != Requirement.OFF;
    }

    /**
     * Returns whether an account must have a second factor.
     *
     * @param privileged whether the account is staff or a superuser
     * @return whether it must
     */
    public boolean isRequiredFor(boolean privileged) {
        return requirement == Requirement.REQUIRED_FOR_ALL
                || (privileged && requirement == Requirement.REQUIRED_FOR_STAFF);
    }

    /**
     * Returns a copy with another name of the host.
     *
     * @param value the name that apps show, 1 to {@value #MAX_ISSUER} characters
     * @return the new policy
     * @throws NullPointerException if {@code value} is null
     * @throws IllegalArgumentException if it is blank or too long
     */
    public FactorPolicy issuer(String value) {
        return new FactorPolicy(requirement, value, freshness);
    }

    /**
     * Returns a copy with another age that a proof may have.
     *
     * @param value 1 microsecond to 1 day
     * @return the new policy
     * @throws NullPointerException if {@code value} is null
     * @throws IllegalArgumentException if it is out of bounds
     */
    public FactorPolicy freshness(Duration value) {
        return new FactorPolicy(requirement, issuer, value);
    }
}
