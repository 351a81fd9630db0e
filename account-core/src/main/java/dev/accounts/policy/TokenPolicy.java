package dev.accounts.policy;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Optional;

/**
 * How long tokens live, and how many of them (OWASP ASVS 5.0, 7.1 and 7.3). Immutable; start with {@link #defaults()}.
 *
 * @param lifetime how long a token lives after it was issued, whether it is used or not; empty for as long as it is not ended
 * @param idleTimeout how long a token lives after it was last used; empty for no such limit
 * @param lastUseInterval how often at most the use of a token is noted down; where there is an idle timeout, half of that at
 *     the most
 * @param maxPerUser how many tokens a user may have; the oldest goes when there is one more
 */
public record TokenPolicy(
        Optional<Duration> lifetime, Optional<Duration> idleTimeout, Duration lastUseInterval, int maxPerUser) {

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
     * 30 days after the login, used or not; no idle timeout; its use noted down every 5 minutes; 100 for a user.
     *
     * @return the defaults
     */
    public static TokenPolicy defaults() {
        return new TokenPolicy(
                Optional.of(DEFAULT_LIFETIME), Optional.empty(), DEFAULT_LAST_USE_INTERVAL, DEFAULT_MAX_PER_USER);
    }

    /**
     * The same with another lifetime.
     *
     * @param value 1 microsecond to 36500 days, cut to microseconds
     * @return the new policy
     * @throws IllegalArgumentException if it is out of bounds
     */
    public TokenPolicy lifetime(Duration value) {
        return new TokenPolicy(
                Optional.of(requireNonNull(value, "lifetime")), idleTimeout, lastUseInterval, maxPerUser);
    }

    /**
     * The same with tokens that live until they are ended.
     *
     * @return the new policy
     */
    public TokenPolicy neverExpiring() {
        return new TokenPolicy(Optional.empty(), idleTimeout, lastUseInterval, maxPerUser);
    }

    /**
     * The same with tokens that end when they are not used.
     *
     * @param value 1 microsecond to 36500 days; a token may live up to half of it less, since not every use is noted down
     * @return the new policy
     * @throws IllegalArgumentException if it is out of bounds
     */
    public TokenPolicy idleTimeout(Duration value) {
        return new TokenPolicy(
                lifetime, Optional.of(requireNonNull(value, "idleTimeout")), lastUseInterval, maxPerUser);
    }

    /**
     * The same with another interval between notes of a token's use.
     *
     * @param value 1 microsecond to 36500 days
     * @return the new policy
     * @throws IllegalArgumentException if it is out of bounds
     */
    public TokenPolicy lastUseInterval(Duration value) {
        return new TokenPolicy(lifetime, idleTimeout, value, maxPerUser);
    }

    /**
     * The same with another number of tokens for a user.
     *
     * @param value 1 to 10000
     * @return the new policy
     * @throws IllegalArgumentException if it is out of bounds
     */
    public TokenPolicy maxPerUser(int value) {
        return new TokenPolicy(lifetime, idleTimeout, lastUseInterval, value);
    }
}
