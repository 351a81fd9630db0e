package dev.accounts.internal.account;

import dev.accounts.internal.event.Actor;
import dev.accounts.internal.event.EventPublisher;
import dev.accounts.internal.rules.PasswordForm;
import dev.accounts.internal.throttle.AttemptLimits;
import dev.accounts.model.AccountEvent;
import dev.accounts.model.AccountEvent.Reason;
import dev.accounts.model.BadCredentialsException;
import dev.accounts.model.NotAuthenticatedException;
import dev.accounts.model.TooManyAttemptsException;
import dev.accounts.spi.PasswordHasher;
import dev.accounts.spi.StoredUser;
import dev.accounts.spi.UserKey;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Checks passwords at a login and wherever the current password is required. It counts every attempt. Each attempt costs one
 * verification, for known and unknown names alike (OWASP ASVS 5.0, 6.3.1 and 6.3.8).
 */
public final class CredentialCheck {

    private static final Logger LOG = LoggerFactory.getLogger(CredentialCheck.class);

    /** A stored value that no hasher accepts; verifying against it costs one full hash. */
    static final String UNUSABLE_HASH = "!";

    private final LoginLookup lookup;
    private final PasswordHasher hasher;
    private final AttemptLimits limits;
    private final EventPublisher events;
    private final boolean verifiedOnly;

    public CredentialCheck(
            LoginLookup lookup,
            PasswordHasher hasher,
            AttemptLimits limits,
            EventPublisher events,
            boolean verifiedOnly) {
        this.lookup = lookup;
        this.hasher = hasher;
        this.limits = limits;
        this.events = events;
        this.verifiedOnly = verifiedOnly;
    }

    /**
     * Finds the user with these credentials.
     *
     * @throws BadCredentialsException if the credentials are wrong, or the user may not log in
     */
    StoredUser logIn(@Nullable String name, @Nullable CharSequence password, Optional<String> source) {
        LoginLookup.Found found = lookup.find(name);
        Optional<Long> userId = found.user().map(StoredUser::id);
        Optional<Reason> refusal = judge(found, password, Actor.anonymous(userId, source), verifiedOnly);
        if (refusal.isPresent()) {
            throw new BadCredentialsException();
        }
        return found.user().orElseThrow(BadCredentialsException::new);
    }

    /** Confirms the current password of a logged-in user; empty if it is wrong. */
    Optional<StoredUser> confirm(Actor owner, long userId, @Nullable CharSequence password) {
        StoredUser user = lookup.users()
                .read(UserKey.id(userId))
                .orElseThrow(() -> new NotAuthenticatedException(NotAuthenticatedException.Reason.TOKEN_INVALID));
        LoginLookup.Found found = new LoginLookup.Found(Optional.of(user), user.usernameKey());
        // Only a login needs a verified address.
        return judge(found, password, owner, false).isEmpty() ? found.user() : Optional.empty();
    }

    /** Whether a password that was just confirmed still matches. It is not counted as another attempt. */
    boolean matches(StoredUser user, @Nullable CharSequence password) {
        return password != null && PasswordForm.isUsable(password) && hasher.verify(password, user.passwordHash());
    }

    /** Counts and checks an attempt; returns the reason to refuse it, or empty if the credentials are right. */
    private Optional<Reason> judge(
            LoginLookup.Found found, @Nullable CharSequence password, Actor actor, boolean onlyIfVerified) {
        AttemptLimits.Keys keys = AttemptLimits.keys(found.countedAs(), actor.source());
        return limits.inTurn(keys, () -> {
            AttemptLimits.Attempt attempt = limits.begin(keys);
            if (attempt.delay().isPresent()) {
                LOG.debug(
                        "credentials not checked for user {}: too many attempts have failed",
                        actor.userId().orElse(null));
                events.report(actor, context -> new AccountEvent.Plain(AccountEvent.Kind.THROTTLED, context));
                throw new TooManyAttemptsException(attempt.delay().get());
            }
            boolean right = verify(found.user(), password, keys, attempt);
            Optional<Reason> refusal = refusal(found.user(), right, onlyIfVerified);
            if (refusal.isEmpty()) {
                limits.succeeded(keys, attempt);
            } else {
                String why = refusal.get().name().toLowerCase(Locale.ROOT).replace('_', ' ');
                LOG.debug("credentials refused for user {}: {}", actor.userId().orElse(null), why);
                events.report(actor, context -> new AccountEvent.LoginRefused(context, refusal.get()));
            }
            return refusal;
        });
    }

    private boolean verify(
            Optional<StoredUser> user,
            @Nullable CharSequence password,
            AttemptLimits.Keys keys,
            AttemptLimits.Attempt attempt) {
        boolean usable = PasswordForm.isUsable(password);
        String hash = usable ? user.map(StoredUser::passwordHash).orElse(UNUSABLE_HASH) : UNUSABLE_HASH;
        try {
            return hasher.verify(usable && password != null ? password : "", hash);
        } catch (RuntimeException notJudged) {
            limits.notMade(keys, attempt);
            throw notJudged;
        }
    }

    private static Optional<Reason> refusal(Optional<StoredUser> user, boolean right, boolean onlyIfVerified) {
        if (user.isEmpty()) {
            return Optional.of(Reason.UNKNOWN_USER);
        }
        if (!right) {
            return Optional.of(Reason.WRONG_PASSWORD);
        }
        if (!user.get().active()) {
            return Optional.of(Reason.INACTIVE);
        }
        return onlyIfVerified && !user.get().email().verified() ? Optional.of(Reason.UNVERIFIED) : Optional.empty();
    }
}
