package dev.accounts.internal.proof;

import static java.util.Objects.requireNonNull;

import dev.accounts.internal.account.AccountEditor;
import dev.accounts.internal.account.LoginChallenges;
import dev.accounts.internal.account.LoginCompletion;
import dev.accounts.internal.account.LoginCompletion.From;
import dev.accounts.internal.event.Actor;
import dev.accounts.internal.factor.FactorCheck;
import dev.accounts.internal.factor.ProofForm;
import dev.accounts.internal.factor.Taken;
import dev.accounts.internal.token.OneTimeTokens;
import dev.accounts.model.InvalidInputException;
import dev.accounts.model.IssuedToken;
import dev.accounts.model.factor.Proof;
import dev.accounts.spi.StoredOneTimeToken;
import dev.accounts.spi.StoredOneTimeToken.Purpose;
import dev.accounts.spi.StoredUser;
import dev.accounts.spi.UserKey;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
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

    private static final String CHALLENGE = "challenge";

    /** A login whose challenge was found. */
    private record Begun(StoredOneTimeToken challenge, StoredUser user, Proof proof, String label, From from) {}

    public IssuedToken complete(@Nullable String challenge, Proof proof, String label, Optional<String> source) {
        forms.require(proof, CHALLENGE, challenge);
        StoredOneTimeToken asked = challenges
                .find(Purpose.LOGIN, challenge == null ? "" : challenge)
                .orElseThrow(this::noChallenge);
        StoredUser user = editor.users().read(UserKey.id(asked.userId())).orElseThrow(this::noChallenge);
        Begun begun = new Begun(asked, user, proof, label, completion.from(user, source));
        Actor actor = Actor.anonymous(Optional.of(user.id()), source);
        Taken<IssuedToken> taken =
                factors.use(new FactorCheck.Claim(user, actor, true), proof, use -> issue(begun, use));
        if (taken.isWrong()) {
            throw forms.wrong(proof);
        }
        LOG.debug("user {} gave a second factor", user.id());
        return taken.value().orElseThrow(this::noChallenge);
    }

    private Taken<IssuedToken> issue(Begun begun, BooleanSupplier use) {
        AtomicReference<@Nullable Taken<IssuedToken>> taken = new AtomicReference<>();
        try {
            editor.apply(begun.user().id(), this::noChallenge, now -> {
                taken.set(Taken.stopped());
                if (!LoginChallenges.isAs(begun.user(), now)) {
                    throw noChallenge();
                }
                return AccountEditor.Edit.of(user -> user, () -> taken.set(Taken.done(store(begun))))
                        .under(() -> refusal(begun, use, taken));
            });
        } catch (InvalidInputException stopped) {
            return Objects.requireNonNullElseGet(taken.get(), Taken::stopped);
        }
        return requireNonNull(taken.get());
    }

    /** Uses up the proof if the challenge is still good; returns what stops the login. */
    private Optional<InvalidInputException> refusal(
            Begun begun, BooleanSupplier use, AtomicReference<@Nullable Taken<IssuedToken>> taken) {
        if (!challenges.isGood(begun.challenge())) {
            return Optional.of(noChallenge());
        }
        if (!use.getAsBoolean()) {
            taken.set(Taken.wrong());
            return Optional.of(forms.wrong(begun.proof()));
        }
        return Optional.empty();
    }

    /** The account is locked and the challenge was good just now: what fails here, fails at its last microsecond, and is undone. */
    private IssuedToken store(Begun begun) {
        StoredUser user = begun.user();
        IssuedToken issued = completion
                .issuer()
                .issue(user.id(), begun.label(), Optional.of(begun.proof().method()));
        if (!challenges.use(begun.challenge()) || !completion.store(user, issued, user.passwordHash(), begun.from())) {
            throw noChallenge();
        }
        return issued;
    }

    private InvalidInputException noChallenge() {
        return forms.refusal(CHALLENGE, "invalid");
    }
}
