package dev.accounts.internal.account;

import dev.accounts.internal.event.Actor;
import dev.accounts.internal.event.EventPublisher;
import dev.accounts.internal.rules.PasswordForm;
import dev.accounts.internal.throttle.AttemptLimits;
import dev.accounts.internal.throttle.PerNameQueue;
import dev.accounts.internal.token.TokenAuthenticator.Caller;
import dev.accounts.model.AccountEvent;
import dev.accounts.model.AccountEvent.Reason;
import dev.accounts.model.BadCredentialsException;
import dev.accounts.model.NotAuthenticatedException;
import dev.accounts.spi.PasswordHasher;
import dev.accounts.spi.StoredUser;
import dev.accounts.spi.UnitOfWork;
import dev.accounts.spi.UserKey;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
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
    private final Counting counting;
    private final EventPublisher events;
    private final boolean verifiedOnly;

    public CredentialCheck(
            LoginLookup lookup, PasswordHasher hasher, Counting counting, EventPublisher events, boolean verifiedOnly) {
        this.lookup = lookup;
        this.hasher = hasher;
        this.counting = counting;
        this.events = events;
        this.verifiedOnly = verifiedOnly;
    }

    /** The counts of failed attempts, and the unit in which they are read together with the account. */
    public record Counting(UnitOfWork work, AttemptLimits limits) {}

    /** An account, and the counts for an attempt at its password. */
    private record Situation(LoginLookup.Found found, AttemptLimits.Seen seen) {}

    /**
     * Finds the user with these credentials.
     *
     * @throws BadCredentialsException if the credentials are wrong, or the user may not log in
     */
    LoginLookup.Found logIn(@Nullable String name, @Nullable CharSequence password, Optional<String> source) {
        Situation situation = look(() -> lookup.find(name, source), found -> keys(found, source));
        LoginLookup.Found found = situation.found();
        if (judge(situation, password, Actor.anonymous(found.userId(), source), verifiedOnly)
                .isPresent()) {
            throw new BadCredentialsException();
        }
        return found;
    }

    private AttemptLimits.Keys keys(LoginLookup.Found found, Optional<String> source) {
        AttemptLimits limits = counting.limits();
        return found.lastLogin().isPresent() && found.user().isPresent()
                ? limits.known(found.user().get().id())
                : limits.stranger(found.countedAs(), source);
    }

    /** Confirms the current password of a logged-in user; empty if it is wrong. */
    Optional<StoredUser> confirm(Caller caller, @Nullable CharSequence password) {
        Situation situation = look(
                () -> loggedIn(caller),
                found -> counting.limits().session(caller.digest().tokenId()));
        // Only a login needs a verified address.
        return judge(situation, password, caller.actor(), false).isEmpty()
                ? situation.found().user()
                : Optional.empty();
    }

    private LoginLookup.Found loggedIn(Caller caller) {
        StoredUser user = lookup.users()
                .read(UserKey.id(caller.id()))
                .orElseThrow(() -> new NotAuthenticatedException(NotAuthenticatedException.Reason.TOKEN_INVALID));
        return new LoginLookup.Found(Optional.of(user), user.usernameKey(), Optional.empty());
    }

    /** Reads the account and the counts together. */
    private Situation look(Supplier<LoginLookup.Found> find, Function<LoginLookup.Found, AttemptLimits.Keys> keys) {
        PerNameQueue.Arrival arrival = counting.limits().arrive();
        return counting.work().reading(() -> {
            LoginLookup.Found found = find.get();
            return new Situation(found, counting.limits().seen(keys.apply(found), arrival));
        });
    }

    /** Whether a password that was just confirmed still matches. It is not counted as another attempt. */
    boolean matches(StoredUser user, @Nullable CharSequence password) {
        return password != null && PasswordForm.isUsable(password) && hasher.verify(password, user.passwordHash());
    }

    /** Counts and checks an attempt; returns the reason to refuse it, or empty if the credentials are right. */
    private Optional<Reason> judge(
            Situation situation, @Nullable CharSequence password, Actor actor, boolean onlyIfVerified) {
        AttemptLimits limits = counting.limits();
        return limits.inTurn(situation.seen(), () -> {
            AttemptLimits.Attempt attempt = limits.begin(situation.seen());
            attempt.delay().ifPresent(wait -> {
                throw events.throttled(actor, wait);
            });
            boolean right = verify(situation, password, attempt);
            Optional<Reason> refusal = refusal(situation.found().user(), right, onlyIfVerified);
            if (refusal.isEmpty()) {
                limits.succeeded(situation.seen(), attempt);
            } else {
                limits.failed(situation.seen(), attempt);
                report(actor, refusal.get());
            }
            return refusal;
        });
    }

    private void report(Actor actor, Reason reason) {
        String why = reason.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        LOG.debug("credentials refused for user {}: {}", actor.userId().orElse(null), why);
        events.report(actor, context -> new AccountEvent.LoginRefused(context, reason));
    }

    private boolean verify(Situation situation, @Nullable CharSequence password, AttemptLimits.Attempt attempt) {
        boolean usable = PasswordForm.isUsable(password);
        Optional<StoredUser> user = situation.found().user();
        String hash = usable ? user.map(StoredUser::passwordHash).orElse(UNUSABLE_HASH) : UNUSABLE_HASH;
        try {
            return hasher.verify(usable && password != null ? password : "", hash);
        } catch (RuntimeException notJudged) {
            counting.limits().notMade(situation.seen(), attempt);
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
