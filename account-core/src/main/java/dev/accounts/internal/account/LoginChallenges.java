package dev.accounts.internal.account;

import dev.accounts.internal.account.AccountEditor.Edit;
import dev.accounts.internal.event.Actor;
import dev.accounts.internal.event.EventPublisher;
import dev.accounts.internal.factor.FactorDirectory;
import dev.accounts.internal.token.OneTimeTokens;
import dev.accounts.model.AccountEvent;
import dev.accounts.model.BadCredentialsException;
import dev.accounts.model.OneTimeToken;
import dev.accounts.model.factor.LoginChallenge;
import dev.accounts.spi.StoredOneTimeToken.Purpose;
import dev.accounts.spi.StoredUser;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Issues the challenges of logins that wait for a second factor. */
public record LoginChallenges(
        AccountEditor editor, OneTimeTokens tokens, FactorDirectory factors, EventPublisher events) {

    /**
     * Issues a challenge to somebody who gave the right password, and stores a stronger hash of it if there is one.
     *
     * @param verified the account with the hash that the password was verified against
     * @return the challenge; empty if the account has changed since
     */
    Optional<LoginChallenge> issue(StoredUser verified, String currentHash, Optional<String> source) {
        AtomicReference<@Nullable OneTimeToken> issued = new AtomicReference<>();
        editor.apply(verified.id(), BadCredentialsException::new, now -> {
            issued.set(null);
            return isAsVerified(now, verified)
                    ? Edit.of(user -> user.withPasswordHash(currentHash), () -> {
                        issued.set(tokens.begin(Purpose.LOGIN, now.id(), "").orElseThrow(BadCredentialsException::new));
                        events.publish(
                                Actor.anonymous(Optional.of(now.id()), source), AccountEvent.Kind.SECOND_FACTOR_ASKED);
                    })
                    : Edit.of(user -> user, () -> {});
        });
        return Optional.ofNullable(issued.get())
                .map(token -> new LoginChallenge(
                        token.value(),
                        token.expiresAt(),
                        factors.of(verified.id()).methods()));
    }

    private static boolean isAsVerified(StoredUser now, StoredUser verified) {
        return now.active() && now.secondFactor() && now.passwordHash().equals(verified.passwordHash());
    }
}
