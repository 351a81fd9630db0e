package dev.accounts.internal.account;

import dev.accounts.internal.event.EventPublisher;
import dev.accounts.internal.rules.PasswordForm;
import dev.accounts.internal.throttle.AttemptLimits;
import dev.accounts.model.AccountEvent;
import dev.accounts.model.AccountEvent.Reason;
import dev.accounts.model.BadCredentialsException;
import dev.accounts.model.EventContext;
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
 * The one place where a password is judged, at a login and wherever the present one is asked for: one count of failures and
 * one verification whoever asks (OWASP ASVS 5.0, 6.3.1 and 6.3.8).
 */
public final class CredentialCheck {

    public static final String CURRENT_PASSWORD = "current_password";

    private static final Logger LOG = LoggerFactory.getLogger(CredentialCheck.class);

    /** What no hasher reads, so that nobody can log in with it, at the cost of a real one. */
    public static final String UNUSABLE_HASH = "!";

    private final LoginDirectory directory;
    private final PasswordHasher hasher;
    private final AttemptLimits limits;
    private final EventPublisher events;
    private final boolean verifiedOnly;

    public CredentialCheck(
            LoginDirectory directory,
            PasswordHasher hasher,
            AttemptLimits limits,
            EventPublisher events,
            boolean verifiedOnly) {
        this.directory = directory;
        this.hasher = hasher;
        this.limits = limits;
        this.events = events;
        this.verifiedOnly = verifiedOnly;
    }

    /** The user whose credentials these are, and who may log in. */
    StoredUser logIn(@Nullable String name, @Nullable CharSequence password, Optional<String> source) {
        LoginDirectory.Found found = directory.find(name);
        Optional<Long> userId = found.user().map(StoredUser::id);
        Optional<Reason> refusal = judge(found, password, events.byNobody(userId, source), verifiedOnly);
        if (refusal.isPresent()) {
            throw new BadCredentialsException();
        }
        return found.user().orElseThrow(BadCredentialsException::new);
    }

    /** The user who is logged in already, and knows the password; empty if it is another. */
    public Optional<StoredUser> confirm(long userId, @Nullable CharSequence password, Optional<String> source) {
        StoredUser user = directory
                .users()
                .read(UserKey.id(userId))
                .orElseThrow(() -> new NotAuthenticatedException(NotAuthenticatedException.Reason.TOKEN_INVALID));
        LoginDirectory.Found found = new LoginDirectory.Found(Optional.of(user), user.usernameKey());
        // Only a login needs a verified address.
        return judge(found, password, events.byOwner(userId, source), false).isEmpty()
                ? found.user()
                : Optional.empty();
    }

    /** Whether it is the password of an account for which it was judged right a moment ago. */
    public boolean matches(StoredUser user, @Nullable CharSequence password) {
        return password != null && PasswordForm.isUsable(password) && hasher.verify(password, user.passwordHash());
    }

    /** Why the credentials are not good; empty if they are. */
    private Optional<Reason> judge(
            LoginDirectory.Found found, @Nullable CharSequence password, EventContext context, boolean onlyIfVerified) {
        AttemptLimits.Keys keys = AttemptLimits.keys(found.countedAs(), context.source());
        return limits.inTurn(keys, () -> {
            AttemptLimits.Attempt attempt = limits.begin(keys);
            if (attempt.delay().isPresent()) {
                LOG.info(
                        "credentials of user {} not judged: too many attempts failed before",
                        context.userId().orElse(null));
                events.report(new AccountEvent.Throttled(context));
                throw new TooManyAttemptsException(attempt.delay().get());
            }
            boolean right = verify(found.user(), password, keys, attempt);
            Optional<Reason> refusal = refusal(found.user(), right, onlyIfVerified);
            if (refusal.isEmpty()) {
                limits.succeeded(keys, attempt);
            } else {
                String why = refusal.get().name().toLowerCase(Locale.ROOT).replace('_', ' ');
                LOG.info("credentials refused for user {}: {}", context.userId().orElse(null), why);
                events.report(new AccountEvent.LoginRefused(context, refusal.get()));
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
        return onlyIfVerified && !user.get().emailVerified() ? Optional.of(Reason.UNVERIFIED) : Optional.empty();
    }
}
