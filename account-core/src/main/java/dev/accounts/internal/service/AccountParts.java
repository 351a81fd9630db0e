package dev.accounts.internal.service;

import dev.accounts.internal.account.AccountEditor;
import dev.accounts.internal.account.CredentialCheck;
import dev.accounts.internal.event.EventPublisher;
import dev.accounts.internal.message.Mailbox;
import dev.accounts.internal.rules.NewPasswords;
import dev.accounts.internal.text.EmailAddress;
import dev.accounts.internal.text.TextForm;
import dev.accounts.internal.text.Violations;
import dev.accounts.internal.throttle.AttemptLimits;
import dev.accounts.internal.throttle.MailLimits;
import dev.accounts.internal.token.Callers;
import dev.accounts.internal.token.OneTimeTokens;
import dev.accounts.model.AccountException;
import dev.accounts.model.AccountMessage.Kind;
import dev.accounts.model.InvalidInputException;
import dev.accounts.model.NotAuthenticatedException;
import dev.accounts.model.NotAuthenticatedException.Reason;
import dev.accounts.model.ViolationMessages;
import dev.accounts.policy.EmailPolicy;
import dev.accounts.spi.AccountStores;
import dev.accounts.spi.StoredOneTimeToken;
import dev.accounts.spi.StoredUser;
import dev.accounts.spi.UserKey;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the faces of one account system share, and the refusals that several of them make. */
record AccountParts(
        AccountStores stores,
        Callers callers,
        CredentialCheck credentials,
        AttemptLimits limits,
        MailLimits mailLimits,
        AccountEditor editor,
        NewPasswords newPasswords,
        OneTimeTokens oneTimeTokens,
        Mailbox mailbox,
        EventPublisher events,
        EmailPolicy emailPolicy,
        ViolationMessages messages) {

    private static final String UID = "uid";
    private static final String TOKEN = "token";

    Violations violations(List<String> fields) {
        return new Violations(messages, fields);
    }

    InvalidInputException refusal(String field, String code, String... details) {
        return new InvalidInputException(List.of(messages.violation(field, code, details)));
    }

    /** Whether another account has it. The same change made twice at once is no conflict of an account with itself. */
    boolean isAnothers(UserKey key, StoredUser own) {
        return stores.users()
                .read(key)
                .filter(holder -> holder.id() != own.id())
                .isPresent();
    }

    /** The caller as the store has it, once the present password was given and found right. */
    StoredUser confirmed(long userId, @Nullable CharSequence currentPassword, Optional<String> source) {
        Violations violations = violations(List.of(CredentialCheck.CURRENT_PASSWORD));
        TextForm.isPresent(violations, CredentialCheck.CURRENT_PASSWORD, currentPassword);
        violations.throwIfAny();
        return credentials.confirm(userId, currentPassword, source).orElseThrow(this::wrongPassword);
    }

    /**
     * A change of one's own account that the present password is asked for.
     *
     * @param change what is prepared once the password was found right, before the change and outside its transaction
     */
    void changeConfirmed(
            long userId,
            @Nullable CharSequence currentPassword,
            Optional<String> source,
            Function<StoredUser, AccountEditor.Decision> change) {
        StoredUser verified = confirmed(userId, currentPassword, source);
        AccountEditor.Decision decision = change.apply(verified);
        Optional<StoredUser> overtaken = changeUnlessOvertaken(verified, decision);
        while (overtaken.isPresent()) {
            // A login may have stored the same password anew, in a stronger form; no hash is computed in a transaction.
            requireStillRight(overtaken.get(), currentPassword);
            overtaken = changeUnlessOvertaken(overtaken.get(), decision);
        }
    }

    /** The account as it is, if its password is stored otherwise than it was when it was found right. */
    private Optional<StoredUser> changeUnlessOvertaken(StoredUser verified, AccountEditor.Decision decision) {
        AtomicReference<@Nullable StoredUser> overtaken = new AtomicReference<>();
        try {
            editor.apply(verified.id(), this::goneMeanwhile, now -> {
                requireActive(now);
                boolean same = now.passwordHash().equals(verified.passwordHash());
                overtaken.set(same ? null : now);
                if (!same) {
                    throw wrongPassword();
                }
                return decision.on(now);
            });
        } catch (InvalidInputException refusal) {
            if (overtaken.get() == null) {
                throw refusal;
            }
        }
        return Optional.ofNullable(overtaken.get());
    }

    /** What was confirmed must still hold. */
    void requireUnchanged(StoredUser verified, @Nullable CharSequence currentPassword) {
        StoredUser now = stores.users().read(UserKey.id(verified.id())).orElseThrow(this::goneMeanwhile);
        requireActive(now);
        if (!now.passwordHash().equals(verified.passwordHash())) {
            requireStillRight(now, currentPassword);
        }
    }

    private void requireStillRight(StoredUser now, @Nullable CharSequence currentPassword) {
        if (!credentials.matches(now, currentPassword)) {
            throw wrongPassword();
        }
    }

    private static void requireActive(StoredUser now) {
        if (!now.active()) {
            throw new NotAuthenticatedException(Reason.USER_INACTIVE);
        }
    }

    private InvalidInputException wrongPassword() {
        return refusal(CredentialCheck.CURRENT_PASSWORD, "invalid");
    }

    /** Asks for a mail to whoever holds an address; or, with the same work, for one to nobody. */
    Optional<Long> askHolder(String emailKey, Predicate<StoredUser> entitled, Kind kind) {
        Optional<StoredUser> holder =
                stores.users().read(UserKey.email(emailKey)).filter(entitled);
        Optional<Long> id = holder.map(StoredUser::id);
        mailbox.ask(id, kind, holder.map(StoredUser::email).orElse(""));
        return id;
    }

    NotAuthenticatedException goneMeanwhile() {
        return new NotAuthenticatedException(Reason.TOKEN_INVALID);
    }

    /** What is missing of a link, and room for what is wrong with other fields. */
    Violations linkViolations(@Nullable String uid, @Nullable String oneTimeToken, String... others) {
        Violations violations = violations(
                Stream.concat(Stream.of(UID, TOKEN), Stream.of(others)).toList());
        TextForm.isPresent(violations, UID, uid);
        TextForm.isPresent(violations, TOKEN, oneTimeToken);
        return violations;
    }

    /** The live token of a link. */
    StoredOneTimeToken link(Kind purpose, @Nullable String uid, @Nullable String oneTimeToken) {
        return Optional.ofNullable(oneTimeToken)
                .flatMap(value -> oneTimeTokens.find(purpose, uid == null ? "" : uid, value))
                .orElseThrow(this::badLink);
    }

    /** One refusal, whatever is wrong with a link: it tells nobody which accounts there are. */
    InvalidInputException badLink() {
        return refusal(TOKEN, "invalid");
    }

    Optional<AccountException> used(StoredOneTimeToken token) {
        return oneTimeTokens.use(token) ? Optional.empty() : Optional.of(badLink());
    }

    /** The key of an address that was typed to find an account. */
    String requiredEmail(@Nullable String email) {
        Violations violations = violations(List.of(EmailAddress.FIELD));
        Optional<EmailAddress> address = Optional.empty();
        if (TextForm.isPresent(violations, EmailAddress.FIELD, email) && email != null) {
            address = EmailAddress.check(violations, email);
        }
        violations.throwIfAny();
        return address.flatMap(EmailAddress::key).orElseThrow(() -> refusal(EmailAddress.FIELD, "invalid"));
    }
}
