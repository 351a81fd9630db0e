package dev.accounts.internal.account;

import dev.accounts.internal.event.Actor;
import dev.accounts.internal.event.EventPublisher;
import dev.accounts.internal.factor.FactorDirectory;
import dev.accounts.internal.factor.RelyingParty;
import dev.accounts.internal.token.OneTimeTokens;
import dev.accounts.model.AccountEvent;
import dev.accounts.model.OneTimeToken;
import dev.accounts.model.factor.AuthenticationMethod;
import dev.accounts.model.factor.LoginChallenge;
import dev.accounts.spi.AccountStores;
import dev.accounts.spi.StoredOneTimeToken.Purpose;
import dev.accounts.spi.StoredUser;
import dev.accounts.spi.UserKey;
import dev.accounts.spi.factor.StoredPasskey;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Issues the challenges of logins that wait for a second factor, apart from a transaction of the host: the exception that carries the
 * challenge makes many hosts roll back.
 */
public record LoginChallenges(
        AccountStores stores, OneTimeTokens tokens, Optional<RelyingParty> party, EventPublisher events) {

    /** Each retry means that another writer committed. */
    private static final int ATTEMPTS = 100;

    /**
     * The result of an attempt.
     *
     * @param isOvertaken whether another writer has changed the account during the attempt
     */
    private record Outcome(boolean isOvertaken, Optional<LoginChallenge> challenge) {}

    /**
     * Issues a challenge to a caller who gave the right password, and stores a stronger hash of it if there is one.
     *
     * @param verified the account with the hash that the password was verified against
     * @return the challenge; empty if the account has changed since
     */
    Optional<LoginChallenge> issue(StoredUser verified, String currentHash, Optional<String> source) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Outcome outcome = stores.apart(() -> attempt(verified, currentHash, source));
            if (!outcome.isOvertaken()) {
                return outcome.challenge();
            }
        }
        return Optional.empty();
    }

    private Outcome attempt(StoredUser verified, String currentHash, Optional<String> source) {
        Optional<StoredUser> now =
                stores.users().read(UserKey.id(verified.id())).filter(user -> isAs(verified, user));
        if (now.isEmpty()) {
            return new Outcome(false, Optional.empty());
        }
        if (!stores.users().replace(now.get().withPasswordHash(currentHash))) {
            return new Outcome(true, Optional.empty());
        }
        events.publish(Actor.anonymous(Optional.of(verified.id()), source), AccountEvent.Kind.SECOND_FACTOR_ASKED);
        Optional<LoginChallenge> challenge =
                tokens.begin(Purpose.LOGIN, verified.id(), "").map(token -> challenge(verified, token));
        return new Outcome(false, challenge);
    }

    /** The value of the token is the challenge of the passkeys as well: 40 hex digits are base64url. */
    private LoginChallenge challenge(StoredUser verified, OneTimeToken token) {
        List<StoredPasskey> passkeys = stores.passkeys().list(verified.id());
        Set<AuthenticationMethod> methods =
                new FactorDirectory(stores).of(verified.id(), passkeys).methods();
        Optional<RelyingParty> asks = party.filter(host -> methods.contains(AuthenticationMethod.PASSKEY));
        if (asks.isEmpty()) {
            methods.remove(AuthenticationMethod.PASSKEY);
        }
        return new LoginChallenge(
                token.value(),
                token.expiresAt(),
                methods,
                asks.map(host -> host.request(token.value(), token.expiresAt(), passkeys)));
    }

    /** Whether an account still is as it was when a proof of its owner was verified. */
    public static boolean isAs(StoredUser verified, StoredUser now) {
        return now.active() && now.secondFactor() && now.passwordHash().equals(verified.passwordHash());
    }
}
