package dev.accounts.policy;

import static java.util.Objects.requireNonNull;

import dev.accounts.password.BreachedPasswords;
import dev.accounts.password.BreachedPasswords.WhenUnavailable;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What makes a new password acceptable, besides the rules that always hold, and how long a mailed reset lives (OWASP ASVS
 * 5.0, 6.2 and 6.4; NIST SP 800-63B-4, 3.1.1). Immutable; start with {@link #defaults()}.
 *
 * @param minLength the least number of characters (code points)
 * @param contextWords words that are no password here, such as the name of the host; compared whole, ignoring case
 * @param breached knows passwords from breaches; empty for no such check
 * @param whenUnavailable what happens if that check fails
 * @param resetLifetime how long the token of a mailed reset is good
 */
public record PasswordPolicy(
        int minLength,
        Set<String> contextWords,
        Optional<BreachedPasswords> breached,
        WhenUnavailable whenUnavailable,
        Duration resetLifetime) {

    private static final int DEFAULT_MIN_LENGTH = 8;
    private static final int LONGEST_MIN_LENGTH = 64;
    private static final Duration DEFAULT_RESET_LIFETIME = Duration.ofMinutes(30);
    private static final Duration LONGEST_RESET_LIFETIME = Duration.ofDays(1);

    /**
     * Checks the bounds and copies the words.
     *
     * @throws NullPointerException if a component is null
     * @throws IllegalArgumentException if {@code minLength} is not within 8 to 64, or {@code resetLifetime} is not within 1
     *     microsecond to 1 day
     */
    public PasswordPolicy {
        if (minLength < DEFAULT_MIN_LENGTH || minLength > LONGEST_MIN_LENGTH) {
            throw new IllegalArgumentException(
                    "minLength must be within " + DEFAULT_MIN_LENGTH + " to " + LONGEST_MIN_LENGTH + ": " + minLength);
        }
        contextWords = Set.copyOf(contextWords);
        requireNonNull(breached, "breached");
        requireNonNull(whenUnavailable, "whenUnavailable");
        Durations.require("resetLifetime", resetLifetime, LONGEST_RESET_LIFETIME);
    }

    /**
     * At least 8 characters, no context words, no breach check, 30 minutes for a reset.
     *
     * @return the defaults
     */
    public static PasswordPolicy defaults() {
        return new PasswordPolicy(
                DEFAULT_MIN_LENGTH, Set.of(), Optional.empty(), WhenUnavailable.ALLOW, DEFAULT_RESET_LIFETIME);
    }

    /**
     * The same with another minimum length. Where a password is the only factor, NIST SP 800-63B-4 asks for 15.
     *
     * @param value 8 to 64 characters (code points)
     * @return the new policy
     * @throws IllegalArgumentException if it is out of bounds
     */
    public PasswordPolicy minLength(int value) {
        return new PasswordPolicy(value, contextWords, breached, whenUnavailable, resetLifetime);
    }

    /**
     * The same with words that are no password here (OWASP ASVS 5.0, 6.1.2 and 6.2.11). They are compared whole, so that one
     * shorter than {@code minLength} has no effect but on a password that is long enough by the white space around it.
     *
     * @param words such as the names of the host, its product and its town
     * @return the new policy
     */
    public PasswordPolicy contextWords(String... words) {
        Set<String> all = Arrays.stream(words).collect(Collectors.toSet());
        return new PasswordPolicy(minLength, all, breached, whenUnavailable, resetLifetime);
    }

    /**
     * The same with a check against passwords from breaches, whenever one is set (OWASP ASVS 5.0, 6.2.12).
     *
     * @param check what knows them
     * @param unavailable what happens if it throws
     * @return the new policy
     */
    public PasswordPolicy breached(BreachedPasswords check, WhenUnavailable unavailable) {
        return new PasswordPolicy(
                minLength, contextWords, Optional.of(requireNonNull(check, "breached")), unavailable, resetLifetime);
    }

    /**
     * The same with another lifetime of mailed resets (OWASP ASVS 5.0, 6.5.5).
     *
     * @param value 1 microsecond to 1 day
     * @return the new policy
     * @throws IllegalArgumentException if it is out of bounds
     */
    public PasswordPolicy resetLifetime(Duration value) {
        return new PasswordPolicy(minLength, contextWords, breached, whenUnavailable, value);
    }
}
