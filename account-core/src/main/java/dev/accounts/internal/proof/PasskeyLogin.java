package dev.accounts.internal.proof;

import static java.util.Objects.requireNonNull;

import dev.accounts.internal.account.AccountEditor;
import dev.accounts.internal.account.LoginCompletion;
import dev.accounts.internal.event.Actor;
import dev.accounts.internal.factor.OpenChallenges;
import dev.accounts.internal.factor.PasskeyCheck;
import dev.accounts.internal.factor.ProofForm;
import dev.accounts.internal.factor.RelyingParty;
import dev.accounts.internal.throttle.SourceLimits;
import dev.accounts.model.AccountEvent;
import dev.accounts.model.BadCredentialsException;
import dev.accounts.model.IssuedToken;
import dev.accounts.model.PermissionDeniedException;
import dev.accounts.model.StorageException;
import dev.accounts.model.factor.AuthenticationMethod;
import dev.accounts.model.factor.PasskeyAssertion;
import dev.accounts.model.factor.PasskeyOptions;
import dev.accounts.policy.EmailPolicy;
import dev.accounts.spi.StoredUser;
import dev.accounts.spi.UserKey;
import dev.accounts.spi.factor.PasskeyVerifier.PasskeyUse;
import dev.accounts.spi.factor.StoredPasskey;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs owners in by a passkey alone. What strangers send costs a look-up, and stores nothing but the count of their source. */
public record PasskeyLogin(
        PasskeyOffer offer,
        OpenChallenges challenges,
        PasskeyCheck check,
        Entry entry,
        SourceLimits sources,
        ProofForm forms) {

    private static final Logger LOG = LoggerFactory.getLogger(PasskeyLogin.class);

    /** What every login ends with. */
    public record Entry(AccountEditor editor, LoginCompletion completion, EmailPolicy policy) {}

    public PasskeyOptions begin() {
        RelyingParty party = offer.requireUse();
        if (!challenges.canIssue()) {
            throw new PermissionDeniedException("the host has no key for the challenges of logins without a name");
        }
        OpenChallenges.Issued issued = challenges.issue();
        return party.request(issued.challenge(), issued.expiresAt());
    }

    public IssuedToken login(@Nullable PasskeyAssertion answer, String label, Optional<String> source) {
        offer.requireUse();
        if (answer == null) {
            throw forms.refusal(ProofForm.PASSKEY, "required");
        }
        Found found = found(answer, source);
        PasskeyCheck.Signed signed = signed(found.passkey(), answer, source);
        StoredUser user = found.user();
        if (!mayLogIn(user)) {
            throw refused(user.id(), source);
        }
        AtomicReference<@Nullable IssuedToken> issued = new AtomicReference<>();
        try {
            entry.editor().apply(user.id(), BadCredentialsException::new, now -> {
                if (!mayLogIn(now)) {
                    throw new BadCredentialsException();
                }
                return AccountEditor.Edit.of(same -> same, () -> issued.set(store(now, label, found.from())))
                        .under(() -> check.use(signed) ? Optional.empty() : Optional.of(new BadCredentialsException()));
            });
        } catch (BadCredentialsException usedMeanwhile) {
            throw refused(user.id(), source);
        }
        LOG.debug("user {} logged in by a passkey", user.id());
        return requireNonNull(issued.get());
    }

    /** A passkey, its owner, and from where the owner logs in. */
    private record Found(StoredPasskey passkey, StoredUser user, LoginCompletion.From from) {}

    /** Finds the passkey. A source that the account knows need not wait for the failures of others there, as at a login by password. */
    private Found found(PasskeyAssertion answer, Optional<String> source) {
        Optional<Found> found = check.find(answer)
                .flatMap(passkey -> entry.editor()
                        .users()
                        .read(UserKey.id(passkey.userId()))
                        .map(user -> new Found(passkey, user, entry.completion().from(user, source))));
        if (found.flatMap(known -> known.from().last()).isEmpty()) {
            sources.requireFewFailures(source);
        }
        return found.orElseThrow(() -> refused(source));
    }

    /** Only an authenticator gets beyond the first line: strangers ask no cipher, and cause no event. */
    private PasskeyCheck.Signed signed(StoredPasskey passkey, PasskeyAssertion answer, Optional<String> source) {
        String challenge = check.challenge(answer).orElse("");
        PasskeyUse use = check.verify(passkey, answer, new PasskeyCheck.Asked(challenge, false))
                .orElseThrow(() -> refused(source));
        OptionalLong number = number(challenge, source);
        if (number.isEmpty() || number.getAsLong() <= passkey.usage().lastChallenge()) {
            throw refused(passkey.userId(), source);
        }
        return check.accept(passkey, use, number.getAsLong(), source)
                .orElseThrow(() -> refused(passkey.userId(), source));
    }

    /** A cipher that fails is asked as seldom as one that refuses. */
    private OptionalLong number(String challenge, Optional<String> source) {
        try {
            return challenges.number(challenge);
        } catch (StorageException failed) {
            sources.countFailure(source);
            throw failed;
        }
    }

    private boolean mayLogIn(StoredUser user) {
        return user.active() && (user.email().verified() || !entry.policy().requiredToLogIn());
    }

    /** Counts a refusal for its source. An authenticator's signature cannot be guessed, so that an account needs no count. */
    private BadCredentialsException refused(Optional<String> source) {
        sources.countFailure(source);
        return new BadCredentialsException();
    }

    private BadCredentialsException refused(long userId, Optional<String> source) {
        LOG.debug("a login by a passkey of user {} was refused", userId);
        check.events()
                .report(
                        Actor.anonymous(Optional.of(userId), source),
                        context -> new AccountEvent.LoginRefused(context, AccountEvent.Reason.WRONG_SECOND_FACTOR));
        return refused(source);
    }

    private IssuedToken store(StoredUser now, String label, LoginCompletion.From from) {
        IssuedToken issued = entry.completion().issuer().issue(now.id(), label, AuthenticationMethod.PASSKEY);
        if (!entry.completion().store(now, issued, now.passwordHash(), from)) {
            throw new BadCredentialsException();
        }
        return issued;
    }
}
