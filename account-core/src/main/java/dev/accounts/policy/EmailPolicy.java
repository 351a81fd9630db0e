package dev.accounts.policy;

import java.time.Duration;

/**
 * Decides what an address is needed for. Immutable; start with {@link #defaults()}.
 *
 * @param requiredToLogIn whether an account needs a verified address before it can log in; a new address is then
 *     pending until it is confirmed
 * @param loginByEmail whether a verified address may replace the username at a login; a username then may not look like
 *     an address, except that of its owner
 * @param newSourceMail whether an owner is told by mail of a login from a source from which the account was not used within 30 days (OWASP
 *     ASVS 5.0, 6.3.5); not of the first login
 * @param verificationLifetime how long the one-time link of a verification works
 */
public record EmailPolicy(
        boolean requiredToLogIn, boolean loginByEmail, boolean newSourceMail, Duration verificationLifetime) {

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
     * Returns the defaults: a login needs no verified address, no address replaces the username, and no login is told by mail. A
     * verification link works for a day.
     *
     * @return the defaults
     */
    public static EmailPolicy defaults() {
        return new EmailPolicy(false, false, false, DEFAULT_LIFETIME);
    }

    /**
     * Returns a copy that requires a verified address to log in.
     *
     * @return the new policy
     */
    public EmailPolicy requireVerification() {
        return new EmailPolicy(true, loginByEmail, newSourceMail, verificationLifetime);
    }

    /**
     * Returns a copy that allows a verified address in place of the username.
     *
     * @return the new policy
     */
    public EmailPolicy allowLoginByEmail() {
        return new EmailPolicy(requiredToLogIn, true, newSourceMail, verificationLifetime);
    }

    /**
     * Returns a copy that tells owners by mail of logins from new sources.
     *
     * @return the new policy
     */
    public EmailPolicy mailNewSources() {
        return new EmailPolicy(requiredToLogIn, loginByEmail, true, verificationLifetime);
    }

    /**
     * Returns a copy with another lifetime of verification links.
     *
     * @param value 1 microsecond to 7 days
     * @return the new policy
     * @throws NullPointerException if {@code value} is null
     * @throws IllegalArgumentException if {@code value} is out of bounds
     */
    public EmailPolicy verificationLifetime(Duration value) {
        return new EmailPolicy(requiredToLogIn, loginByEmail, newSourceMail, value);
    }
}
