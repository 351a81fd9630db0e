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

/** Makes the tokens of mailed links and finds them again. A digest covers the purpose, so that no token serves another. */
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

    /** A new token in the place of every other of this purpose; empty if the user is gone. */
    public Optional<OneTimeToken> issue(Kind purpose, long userId, String address) {
        String value = Callers.requireWellFormed(values.next());
        Instant now = clock.instant();
        Instant expiry =
                now.plus(lifetimes.getOrDefault(purpose, Duration.ZERO)).truncatedTo(ChronoUnit.MICROS);
        StoredOneTimeToken stored =
                new StoredOneTimeToken(digest(purpose, value), purpose, userId, address, now, expiry);
        return store.issue(stored) ? Optional.of(new OneTimeToken(uid(userId), value, expiry)) : Optional.empty();
    }

    /** The live token that a link stands for. */
    public Optional<StoredOneTimeToken> find(Kind purpose, String uid, String value) {
        if (!Callers.isWellFormed(value)) {
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

    public void endAll(long userId) {
        store.endAll(userId);
    }

    private static TokenDigest digest(Kind purpose, String value) {
        return TokenDigest.of(purpose.name() + ":" + value);
    }

    /** As the recorded system writes ids in links. */
    private static String uid(long userId) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(Long.toString(userId).getBytes(US_ASCII));
    }
}
