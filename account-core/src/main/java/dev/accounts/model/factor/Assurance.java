package dev.accounts.model.factor;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * What an operation asks of the proof behind a token (OWASP ASVS 5.0, 7.5.3): {@code Assurance.any().freshFor(Duration.ofMinutes(5))}.
 *
 * @param age how old the last proof may be; empty for any age
 * @param methods the methods of which the owner must have used one for this token, at any time; empty for any method
 */
public record Assurance(Optional<Duration> age, Set<AuthenticationMethod> methods) {

    private static final Duration LONGEST_AGE = Duration.ofDays(36_500);

    /**
     * Copies the methods.
     *
     * @throws NullPointerException if a component or a method is null
     */
    public Assurance {
        requireNonNull(age, "age");
        requireNonNull(methods, "methods").forEach(element -> requireNonNull(element, "methods"));
        methods = Set.copyOf(methods);
    }

    /**
     * Asks for nothing.
     *
     * @return a requirement that every token meets
     */
    public static Assurance any() {
        return new Assurance(Optional.empty(), Set.of());
    }

    /**
     * Also asks for a proof that is not older than a duration.
     *
     * @param age how old it may be, up to 36500 days
     * @return the new requirement
     * @throws IllegalArgumentException if the age is negative or longer
     */
    public Assurance freshFor(Duration age) {
        if (requireNonNull(age, "age").isNegative() || age.compareTo(LONGEST_AGE) > 0) {
            throw new IllegalArgumentException("age must be within PT0S to " + LONGEST_AGE + ": " + age);
        }
        return new Assurance(Optional.of(age), methods);
    }

    /**
     * Also asks for one of several methods, in place of those asked for before.
     *
     * @param method a method that suffices
     * @param others further methods of which each suffices
     * @return the new requirement
     */
    public Assurance requires(AuthenticationMethod method, AuthenticationMethod... others) {
        requireNonNull(method, "method");
        for (AuthenticationMethod other : requireNonNull(others, "others")) {
            requireNonNull(other, "others");
        }
        return new Assurance(age, EnumSet.of(method, others));
    }

    /**
     * Returns whether a proof is sufficient.
     *
     * @param authentication when and how an owner proved to be the owner
     * @param now the current time
     * @return whether it is
     */
    public boolean isMetBy(Authentication authentication, Instant now) {
        requireNonNull(authentication, "authentication");
        requireNonNull(now, "now");
        boolean recent = age.map(limit -> authentication.isFresh(limit, now)).orElse(true);
        return recent && (methods.isEmpty() || methods.stream().anyMatch(authentication.methods()::contains));
    }
}
