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
 * Decides what makes a new password acceptable, besides the rules that always hold, and how long a reset link works
 * (OWASP ASVS 5.0, 6.2 and 6.4; NIST SP 800-63B-4, 3.1.1). Immutable; start with {@link #defaults()}.
 *
 * @param minLength the smallest number of characters (code points)
 * @param contextWords words that are refused as passwords, such as the name of the host; compared with the whole
 *     password, ignoring case
 * @param breached knows passwords from breaches; empty for no such check
 * @param whenUnavailable what happens if that check fails
 * @param resetLifetime how long the one-time link of a reset works, of a password or of a username
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
     * @throws IllegalArgumentException if {@code minLength} is not within 8 to 64, or {@code resetLifetime} is not
     *     within 1 microsecond to 1 day
     */
    public PasswordPolicy {
        if (minLength < DEFAULT_MIN_LENGTH || minLength > LONGEST_MIN_LENGTH) {
            throw new IllegalArgumentException(
                    "minLength must be within " + DEFAULT_MIN_LENGTH + " to " + LONGEST_MIN_LENGTH + ": " + minLength);
        }
        requireNonNull(contextWords, "contextWords").forEach(element -> requireNonNull(element, "contextWords"));
        contextWords = Set.copyOf(contextWords);
        requireNonNull(breached, "breached");
        requireNonNull(whenUnavailable, "whenUnavailable");
        Durations.require("resetLifetime", resetLifetime, LONGEST_RESET_LIFETIME);
    }

    /**
     * Returns the defaults: at least 8 characters, no context words and no breach check. A reset link works for 30
     * minutes.
     *
     * @return the defaults
     */
    public static PasswordPolicy defaults() {
        return new PasswordPolicy(
                DEFAULT_MIN_LENGTH, Set.of(), Optional.empty(), WhenUnavailable.ALLOW, DEFAULT_RESET_LIFETIME);
    }

    /**
     * Returns a copy with another minimum length. NIST SP 800-63B-4 asks for 15 where a password is the only factor.
     *
     * @param value 8 to 64 characters (code points)
     * @return the new policy
     * @throws IllegalArgumentException if {@code value} is out of bounds
     */
    public PasswordPolicy minLength(int value) {
        return new PasswordPolicy(value, contextWords, breached, whenUnavailable, resetLifetime);
    }

    /**
     * Returns a copy that refuses these words as passwords (OWASP ASVS 5.0, 6.1.2 and 6.2.11). A word is compared with
     * the whole password. So a word shorter than {@code minLength} only affects a password that is long enough because
     * of white space around it.
     *
     * @param words such as the names of the host, its product and its town
     * @return the new policy
     * @throws NullPointerException if {@code words} or a word is null
     */
    public PasswordPolicy contextWords(String... words) {
        Set<String> all = Arrays.stream(requireNonNull(words, "words"))
                .map(word -> requireNonNull(word, "words"))
                .collect(Collectors.toSet());
        return new PasswordPolicy(minLength, all, breached, whenUnavailable, resetLifetime);
    }

    /**
     * Returns a copy that checks every new password against passwords from breaches (OWASP ASVS 5.0, 6.2.12).
     *
     * @param check knows the passwords from breaches
     * @param whenUnavailable what happens if the check throws
     * @return the new policy
     * @throws NullPointerException if an argument is null
     */
    public PasswordPolicy breached(BreachedPasswords check, WhenUnavailable whenUnavailable) {
        return new PasswordPolicy(
                minLength,
                contextWords,
                Optional.of(requireNonNull(check, "breached")),
                whenUnavailable,
                resetLifetime);
    }

    /**
     * Returns a copy with another lifetime of reset links (OWASP ASVS 5.0, 6.5.5).
     *
     * @param value 1 microsecond to 1 day
     * @return the new policy
     * @throws NullPointerException if {@code value} is null
     * @throws IllegalArgumentException if {@code value} is out of bounds
     */
    public PasswordPolicy resetLifetime(Duration value) {
        return new PasswordPolicy(minLength, contextWords, breached, whenUnavailable, value);
    }
}
