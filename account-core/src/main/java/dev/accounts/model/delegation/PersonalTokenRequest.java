package dev.accounts.model.delegation;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an owner wants of a personal token.
 *
 * @param name what it is for, 1 to 100 characters (code points), which the service checks; null if none was given
 * @param scopes the codes of the permissions that it may use, at most {@value #MOST_SCOPES}, which the service checks; none for a token
 *     that only tells who its owner is
 * @param lifetime how long it is good, 1 microsecond to 366 days
 */
public record PersonalTokenRequest(@Nullable String name, Set<String> scopes, Duration lifetime) {

    /** How many permissions a token has at most. */
    public static final int MOST_SCOPES = 50;

    /** How many live personal tokens an owner has at most. */
    public static final int MOST = 50;

    /** The longest lifetime. */
    public static final Duration LONGEST = Duration.ofDays(366);

    /**
     * Copies the scopes.
     *
     * @throws NullPointerException if {@code scopes}, a scope or {@code lifetime} is null
     * @throws IllegalArgumentException if the lifetime is out of bounds
     */
    public PersonalTokenRequest {
        requireNonNull(scopes, "scopes").forEach(code -> requireNonNull(code, "scopes"));
        scopes = Set.copyOf(scopes);
        if (requireNonNull(lifetime, "lifetime").compareTo(Duration.ofNanos(1000)) < 0
                || lifetime.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("lifetime must be within 1 microsecond to " + LONGEST + ": " + lifetime);
        }
    }
}
