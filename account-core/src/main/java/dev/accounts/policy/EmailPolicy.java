package dev.accounts.policy;

import java.time.Duration;

/**
 * What an address is needed for. Immutable; start with {@link #defaults()}.
 *
 * @param requiredToLogIn whether an account needs a verified address before it can log in, and a new address is pending until
 *     it is confirmed
 * @param loginByEmail whether a verified address may stand for the username at a login; no username may then look like an
 *     address other than its owner's
 * @param verificationLifetime how long the token of a mailed verification is good
 */
public record EmailPolicy(boolean requiredToLogIn, boolean loginByEmail, Duration verificationLifetime) {

    private static final Duration DEFAULT_LIFETIME = Duration.ofDays(1);
    private static final Duration LONGEST_LIFETIME = Duration.ofDays(7);

    /**
     * Checks the bounds.
     *
     * @throws NullPointerException if the lifetime is null
     * @throws IllegalArgumentException if the lifetime is not within 1 microsecond to 7 days
     */
    public EmailPolicy {
        Durations.require("verificationLifetime", verificationLifetime, LONGEST_LIFETIME);
    }

    /**
     * An address needs no verification, does not stand for the username, and a verification is good for a day.
     *
     * @return the defaults
     */
    public static EmailPolicy defaults() {
        return new EmailPolicy(false, false, DEFAULT_LIFETIME);
    }

    /**
     * The same with a verified address required.
     *
     * @return the new policy
     */
    public EmailPolicy requireVerification() {
        return new EmailPolicy(true, loginByEmail, verificationLifetime);
    }

    /**
     * The same with verified addresses standing for usernames.
     *
     * @return the new policy
     */
    public EmailPolicy allowLoginByEmail() {
        return new EmailPolicy(requiredToLogIn, true, verificationLifetime);
    }

    /**
     * The same with another lifetime of mailed verifications.
     *
     * @param value 1 microsecond to 7 days
     * @return the new policy
     * @throws IllegalArgumentException if it is out of bounds
     */
    public EmailPolicy verificationLifetime(Duration value) {
        return new EmailPolicy(requiredToLogIn, loginByEmail, value);
    }
}
