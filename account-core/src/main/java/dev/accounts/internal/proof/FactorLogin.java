package dev.accounts.internal.proof;

import static java.util.Objects.requireNonNull;

import dev.accounts.internal.account.AccountEditor;
import dev.accounts.internal.account.LoginChallenges;
import dev.accounts.internal.account.LoginCompletion;
import dev.accounts.internal.account.LoginCompletion.From;
import dev.accounts.internal.event.Actor;
import dev.accounts.internal.factor.FactorCheck;
import dev.accounts.internal.factor.ProofForm;
import dev.accounts.internal.token.OneTimeTokens;
import dev.accounts.model.AccountException;
import dev.accounts.model.InvalidInputException;
import dev.accounts.model.IssuedToken;
import dev.accounts.model.factor.AuthenticationMethod;
import dev.accounts.model.factor.Proof;
import dev.accounts.spi.StoredOneTimeToken;
import dev.accounts.spi.StoredOneTimeToken.Purpose;
import dev.accounts.spi.StoredUser;
import dev.accounts.spi.UserKey;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Completes logins by a proof of a second factor: uses up the proof and the challenge, and issues the token, in one transaction. The lock
 * on the account comes first, so that nothing stops the login after the proof is used.
 */
public record FactorLogin(
        AccountEditor editor,
        LoginCompletion completion,
        OneTimeTokens challenges,
        FactorCheck factors,
        ProofForm forms) {

    private static final Logger LOG = LoggerFactory.getLogger(FactorLogin.class);

    /** A login whose challenge was found. */
    private record Begun(StoredOneTimeToken challenge, StoredUser user, Proof proof, String label, From from) {}

    public IssuedToken complete(@Nullable String challenge, Proof proof, String label, Optional<String> source) {
        forms.require(proof, ProofForm.CHALLENGE, challenge);
        StoredOneTimeToken asked = challenges
                .find(Purpose.LOGIN, challenge == null ? "" : challenge)
                .orElseThrow(this::noChallenge);
        StoredUser user = editor.users()
                .read(UserKey.id(asked.userId()))
                .filter(StoredUser::secondFactor)
                .orElseThrow(this::noChallenge);
        Begun begun = new Begun(asked, user, proof, label, completion.from(user, source));
        Actor actor = Actor.anonymous(Optional.of(user.id()), source);
        IssuedToken issued = factors.use(
                new FactorCheck.Claim(user, actor, Optional.ofNullable(challenge)), proof, use -> issue(begun, use));
        LOG.debug("user {} gave a second factor", user.id());
        return issued;
    }

    private IssuedToken issue(Begun begun, Supplier<Optional<? extends AccountException>> use) {
        AtomicReference<@Nullable IssuedToken> issued = new AtomicReference<>();
        editor.apply(begun.user().id(), this::noChallenge, now -> {
            if (!LoginChallenges.isAs(begun.user(), now)) {
                throw noChallenge();
            }
            return AccountEditor.Edit.of(user -> user, () -> issued.set(store(begun)))
                    .under(() -> challenges.isGood(begun.challenge()) ? use.get() : Optional.of(noChallenge()));
        });
        return requireNonNull(issued.get());
    }

    /** The account is locked and the challenge was good just now: what fails here, fails at its last microsecond, and is undone. */
    private IssuedToken store(Begun begun) {
        StoredUser user = begun.user();
        IssuedToken issued = completion
                .issuer()
                .issue(
                        user.id(),
                        begun.label(),
                        AuthenticationMethod.PASSWORD,
                        begun.proof().method());
        if (!challenges.use(begun.challenge()) || !completion.store(user, issued, user.passwordHash(), begun.from())) {
            throw noChallenge();
        }
        return issued;
    }

    private InvalidInputException noChallenge() {
        return forms.refusal(ProofForm.CHALLENGE, "invalid");
    }
}
