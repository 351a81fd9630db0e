package dev.accounts.policy;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Optional;

/**
 * Decides how long tokens live and how many a user may have (OWASP ASVS 5.0, 7.1 and 7.3). Immutable; start with
 * {@link #defaults()}.
 *
 * @param lifetime how long a token lives after it was issued, used or not; empty for tokens that live until they are
 *     revoked
 * @param idleTimeout how long a token lives after it was last used; empty for no such limit
 * @param lastUseInterval the shortest time between two records of a token's use; half of the idle timeout applies if
 *     that is shorter
 * @param maxPerUser how many sessions a user may have; one more replaces the oldest
 * @param personalTokens whether owners may issue personal tokens for scripts, and those that exist are good
 */
public record TokenPolicy(
        Optional<Duration> lifetime,
        Optional<Duration> idleTimeout,
        Duration lastUseInterval,
        int maxPerUser,
        boolean personalTokens) {

    private static final Duration DEFAULT_LIFETIME = Duration.ofDays(30);
    private static final Duration DEFAULT_LAST_USE_INTERVAL = Duration.ofMinutes(5);
    private static final int DEFAULT_MAX_PER_USER = 100;
    private static final int MOST_PER_USER = 10_000;

    /**
     * Checks the bounds.
     *
     * @throws NullPointerException if a component is null
     * @throws IllegalArgumentException if a duration is shorter than a microsecond or longer than 36500 days, or
     *     {@code maxPerUser} is not within 1 to 10000
     */
    public TokenPolicy {
        requireNonNull(lifetime, "lifetime").ifPresent(value -> Durations.require("lifetime", value));
        requireNonNull(idleTimeout, "idleTimeout").ifPresent(value -> Durations.require("idleTimeout", value));
        Durations.require("lastUseInterval", lastUseInterval);
        if (maxPerUser < 1 || maxPerUser > MOST_PER_USER) {
            throw new IllegalArgumentException("maxPerUser must be within 1 to " + MOST_PER_USER + ": " + maxPerUser);
        }
    }

    /**
     * Returns the defaults: a token lives for 30 days after the login, used or not, without an idle timeout. Its use is
     * recorded every 5 minutes. A user may have 100 sessions, and no personal tokens.
     *
     * @return the defaults
     */
    public static TokenPolicy defaults() {
        return new TokenPolicy(
                Optional.of(DEFAULT_LIFETIME),
                Optional.empty(),
                DEFAULT_LAST_USE_INTERVAL,
                DEFAULT_MAX_PER_USER,
                false);
    }

    /**
     * Returns a copy with another lifetime.
     *
     * @param value 1 microsecond to 36500 days, cut to microseconds
     * @return the new policy
     * @throws NullPointerException if {@code value} is null
     * @throws IllegalArgumentException if {@code value} is out of bounds
     */
    public TokenPolicy lifetime(Duration value) {
        return new TokenPolicy(
                Optional.of(requireNonNull(value, "lifetime")),
                idleTimeout,
                lastUseInterval,
                maxPerUser,
                personalTokens);
    }

    /**
     * Returns a copy whose tokens live until they are revoked.
     *
     * @return the new policy
     */
    public TokenPolicy neverExpiring() {
        return new TokenPolicy(Optional.empty(), idleTimeout, lastUseInterval, maxPerUser, personalTokens);
    }

    /**
     * Returns a copy whose tokens expire when they are not used.
     *
     * @param value 1 microsecond to 36500 days; since not every use is recorded, a token may expire up to half of this
     *     time earlier
     * @return the new policy
     * @throws NullPointerException if {@code value} is null
     * @throws IllegalArgumentException if {@code value} is out of bounds
     */
    public TokenPolicy idleTimeout(Duration value) {
        return new TokenPolicy(
                lifetime,
                Optional.of(requireNonNull(value, "idleTimeout")),
                lastUseInterval,
                maxPerUser,
                personalTokens);
    }

    /**
     * Returns a copy with another interval between two records of a token's use.
     *
     * @param value 1 microsecond to 36500 days
     * @return the new policy
     * @throws NullPointerException if {@code value} is null
     * @throws IllegalArgumentException if {@code value} is out of bounds
     */
    public TokenPolicy lastUseInterval(Duration value) {
        return new TokenPolicy(lifetime, idleTimeout, value, maxPerUser, personalTokens);
    }

    /**
     * Returns a copy with another number of sessions for a user.
     *
     * @param value 1 to 10000
     * @return the new policy
     * @throws IllegalArgumentException if {@code value} is out of bounds
     */
    public TokenPolicy maxPerUser(int value) {
        return new TokenPolicy(lifetime, idleTimeout, lastUseInterval, value, personalTokens);
    }

    /**
     * Returns a copy that lets owners issue personal tokens. A path of the host that asks for no permission accepts them like a session:
     * look at {@code Identity.delegation()} there first.
     *
     * @return the new policy
     */
    public TokenPolicy allowPersonalTokens() {
        return new TokenPolicy(lifetime, idleTimeout, lastUseInterval, maxPerUser, true);
    }
}
