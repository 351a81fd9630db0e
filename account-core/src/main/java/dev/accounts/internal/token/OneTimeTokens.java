package dev.accounts.internal.token;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.accounts.model.AccountMessage.Kind;
import dev.accounts.model.OneTimeToken;
import dev.accounts.model.TokenDigest;
import dev.accounts.spi.OneTimeTokenStore;
import dev.accounts.spi.StoredOneTimeToken;
import dev.accounts.spi.StoredOneTimeToken.Purpose;
import dev.accounts.spi.TokenSource;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/**
 * Issues and finds one-time tokens: those of mailed links, and those of operations in two steps. The digest includes the purpose, so that a
 * token cannot be used for another purpose.
 */
public final class OneTimeTokens {

    private final OneTimeTokenStore store;
    private final TokenSource values;
    private final InstantSource clock;
    private final Map<Purpose, Duration> lifetimes;

    public OneTimeTokens(
            OneTimeTokenStore store, TokenSource values, InstantSource clock, Map<Purpose, Duration> lifetimes) {
        this.store = store;
        this.values = values;
        this.clock = clock;
        this.lifetimes = Map.copyOf(lifetimes);
    }

    /** Issues the token of a link. It replaces the user's other tokens of this purpose; empty if the account does not exist. */
    public Optional<OneTimeToken> issue(Kind link, long userId, String address) {
        return issue(Purpose.of(link), userId, address, "");
    }

    /** Issues the token of an operation in two steps, for the caller of the first step, as {@link #issue} does. */
    public Optional<OneTimeToken> begin(Purpose purpose, long userId, String payload) {
        return issue(purpose, userId, "", payload);
    }

    private Optional<OneTimeToken> issue(Purpose purpose, long userId, String address, String payload) {
        String value = TokenIssuer.requireWellFormed(values.next());
        Instant now = clock.instant();
        Instant expiry =
                now.plus(lifetimes.getOrDefault(purpose, Duration.ZERO)).truncatedTo(ChronoUnit.MICROS);
        StoredOneTimeToken stored =
                new StoredOneTimeToken(digest(purpose, value), purpose, userId, address, payload, now, expiry);
        return store.issue(stored) ? Optional.of(new OneTimeToken(uid(userId), value, expiry)) : Optional.empty();
    }

    /** Costs what {@link #issue} costs, for an account that does not exist. */
    public boolean pretendToIssue(Kind link, long userId) {
        Optional<OneTimeToken> none = issue(link, userId, "");
        TokenDigest unknown = digest(Purpose.of(link), "");
        return none.isPresent() || store.find(unknown).isPresent() || store.use(unknown, clock.instant());
    }

    /** Finds the token of a link; empty if it is unknown, used or expired. */
    public Optional<StoredOneTimeToken> find(Kind link, String uid, String value) {
        return find(Purpose.of(link), value).filter(token -> uid(token.userId()).equals(uid));
    }

    /** Finds the token of an operation in two steps; empty if it is unknown, used or expired. */
    public Optional<StoredOneTimeToken> find(Purpose purpose, String value) {
        return TokenIssuer.isWellFormed(value)
                ? store.find(digest(purpose, value))
                        .filter(token ->
                                token.purpose() == purpose && clock.instant().isBefore(token.expiresAt()))
                : Optional.empty();
    }

    /** Whether a token that was found is still good. */
    public boolean isGood(StoredOneTimeToken token) {
        return clock.instant().isBefore(token.expiresAt())
                && store.find(token.digest()).isPresent();
    }

    public boolean use(StoredOneTimeToken token) {
        return store.use(token.digest(), clock.instant());
    }

    private static TokenDigest digest(Purpose purpose, String value) {
        return TokenDigest.of(purpose.name() + ":" + value);
    }

    /** Encodes an id as Djoser does in links. */
    private static String uid(long userId) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(Long.toString(userId).getBytes(US_ASCII));
    }
}
