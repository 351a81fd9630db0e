package dev.accounts.internal.token;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.accounts.model.AccountMessage.Kind;
import dev.accounts.model.OneTimeToken;
import dev.accounts.model.TokenDigest;
import dev.accounts.spi.OneTimeTokenStore;
import dev.accounts.spi.StoredOneTimeToken;
import dev.accounts.spi.TokenSource;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/**
 * Issues and finds the tokens of one-time links. The digest includes the purpose, so that a token cannot be used for another
 * purpose.
 */
public final class OneTimeTokens {

    private final OneTimeTokenStore store;
    private final TokenSource values;
    private final InstantSource clock;
    private final Map<Kind, Duration> lifetimes;

    public OneTimeTokens(
            OneTimeTokenStore store, TokenSource values, InstantSource clock, Map<Kind, Duration> lifetimes) {
        this.store = store;
        this.values = values;
        this.clock = clock;
        this.lifetimes = Map.copyOf(lifetimes);
    }

    /** Issues a token that replaces the user's other tokens of this purpose; empty if the account does not exist. */
    public Optional<OneTimeToken> issue(Kind purpose, long userId, String address) {
        String value = TokenIssuer.requireWellFormed(values.next());
        Instant now = clock.instant();
        Instant expiry =
                now.plus(lifetimes.getOrDefault(purpose, Duration.ZERO)).truncatedTo(ChronoUnit.MICROS);
        StoredOneTimeToken stored =
                new StoredOneTimeToken(digest(purpose, value), purpose, userId, address, now, expiry);
        return store.issue(stored) ? Optional.of(new OneTimeToken(uid(userId), value, expiry)) : Optional.empty();
    }

    /** Costs what {@link #issue} costs, for an account that does not exist. */
    public boolean pretendToIssue(Kind purpose, long userId) {
        Optional<OneTimeToken> none = issue(purpose, userId, "");
        TokenDigest unknown = digest(purpose, "");
        return none.isPresent() || store.find(unknown).isPresent() || store.use(unknown, clock.instant());
    }

    /** Finds the token of a link; empty if it is unknown, used or expired. */
    public Optional<StoredOneTimeToken> find(Kind purpose, String uid, String value) {
        if (!TokenIssuer.isWellFormed(value)) {
            return Optional.empty();
        }
        return store.find(digest(purpose, value))
                .filter(token -> token.purpose() == purpose
                        && uid(token.userId()).equals(uid)
                        && clock.instant().isBefore(token.expiresAt()));
    }

    public boolean use(StoredOneTimeToken token) {
        return store.use(token.digest(), clock.instant());
    }

    private static TokenDigest digest(Kind purpose, String value) {
        return TokenDigest.of(purpose.name() + ":" + value);
    }

    /** Encodes an id as Djoser does in links. */
    private static String uid(long userId) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(Long.toString(userId).getBytes(US_ASCII));
    }
}
