package dev.accounts.policy;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * Decides about second factors. Immutable; start with {@link #defaults()}.
 *
 * @param offered whether owners may enrol second factors; a factor that is enrolled is asked for in either case
 * @param issuer the name of the host as an app for one-time codes shows it, 1 to {@value #MAX_ISSUER} characters
 * @param freshness how old the proof of an owner may be for a change of factors, and for a change of credentials if the account has a
 *     factor (OWASP ASVS 5.0, 7.5.1)
 */
public record FactorPolicy(boolean offered, String issuer, Duration freshness) {

    /** The longest name of a host, in characters. */
    public static final int MAX_ISSUER = 100;

    private static final Duration DEFAULT_FRESHNESS = Duration.ofMinutes(15);
    private static final Duration LONGEST_FRESHNESS = Duration.ofDays(1);

    /**
     * Checks the bounds.
     *
     * @throws NullPointerException if a component is null
     * @throws IllegalArgumentException if the issuer is blank or too long, or the freshness is not within 1 microsecond to 1 day
     */
    public FactorPolicy {
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
        return new FactorPolicy(true, "Account", DEFAULT_FRESHNESS);
    }

    /**
     * Returns a copy that lets no owner enrol a factor.
     *
     * @return the new policy
     */
    public FactorPolicy off() {
        return new FactorPolicy(false, issuer, freshness);
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
        return new FactorPolicy(offered, value, freshness);
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
        return new FactorPolicy(offered, issuer, value);
    }
}
