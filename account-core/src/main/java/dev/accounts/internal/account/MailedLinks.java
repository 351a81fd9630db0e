package dev.accounts.internal.account;

import dev.accounts.internal.message.OutboxWriter;
import dev.accounts.internal.text.EmailAddress;
import dev.accounts.internal.text.TextForm;
import dev.accounts.internal.text.Violations;
import dev.accounts.internal.throttle.MailLimits;
import dev.accounts.internal.throttle.SourceLimits;
import dev.accounts.internal.throttle.SourceLimits.Operation;
import dev.accounts.internal.token.OneTimeTokens;
import dev.accounts.model.AccountMessage.Kind;
import dev.accounts.model.InvalidInputException;
import dev.accounts.model.TooManyAttemptsException;
import dev.accounts.model.ViolationMessages;
import dev.accounts.spi.StoredOneTimeToken;
import dev.accounts.spi.StoredUser;
import dev.accounts.spi.UserKey;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Queues one-time links for the owners of addresses, and makes changes with the links that callers present. */
public record MailedLinks(
        AccountEditor editor, OneTimeTokens tokens, OutboxWriter outbox, Limits limits, ViolationMessages messages) {

    /** How many links a source may ask for and present, and how many mails an address may get. */
    public record Limits(SourceLimits sources, MailLimits mails) {}

    private static final String UID = "uid";
    private static final String TOKEN = "token";

    /**
     * Returns the key of an address that a caller typed to find an account.
     *
     * @throws InvalidInputException if the text is not an address
     */
    String requiredKey(@Nullable String email) {
        Violations violations = new Violations(messages, List.of(EmailAddress.FIELD));
        Optional<EmailAddress> address = Optional.empty();
        if (TextForm.isPresent(violations, EmailAddress.FIELD, email) && email != null) {
            address = EmailAddress.check(violations, email);
        }
        violations.throwIfAny();
        return address.flatMap(EmailAddress::key)
                .orElseThrow(() -> Violations.refusal(messages, EmailAddress.FIELD, "invalid"));
    }

    /**
     * Counts a request for a mail and returns whether it may be sent.
     *
     * @throws TooManyAttemptsException if the source has asked too often
     */
    boolean mayMail(Kind kind, String emailKey, Optional<String> source) {
        limits.sources().require(Operation.MAIL, source);
        return limits.mails().allow(kind, emailKey);
    }

    /**
     * Queues a mail to the address's owner; for an unknown address queues a dummy, so that both cost the same.
     *
     * @return the owner's id; empty if the mail is a dummy
     */
    Optional<Long> request(Kind kind, String emailKey, Predicate<StoredUser> entitled) {
        Optional<StoredUser> owner =
                editor.users().read(UserKey.email(emailKey)).filter(entitled);
        Optional<Long> id = owner.map(StoredUser::id);
        outbox.add(id, kind, owner.map(user -> user.email().address()).orElse(""));
        return id;
    }

    /** Reports the missing parts of a link. The result also has a place for problems of the other fields. */
    Violations violations(@Nullable String uid, @Nullable String token, String... otherFields) {
        Violations violations = new Violations(
                messages,
                Stream.concat(Stream.of(UID, TOKEN), Stream.of(otherFields)).toList());
        TextForm.isPresent(violations, UID, uid);
        TextForm.isPresent(violations, TOKEN, token);
        return violations;
    }

    /**
     * Finds the live token of a link.
     *
     * @throws InvalidInputException if the link is unknown, used or expired
     * @throws TooManyAttemptsException if the source has presented too many links
     */
    StoredOneTimeToken find(Kind purpose, @Nullable String uid, @Nullable String token, Optional<String> source) {
        limits.sources().require(Operation.LINK, source);
        return Optional.ofNullable(token)
                .flatMap(value -> tokens.find(purpose, uid == null ? "" : uid, value))
                .orElseThrow(this::badLink);
    }

    /** Whether an account still is what a link was made for: active, and with the address that the link was mailed to. */
    static boolean isFor(StoredOneTimeToken token, StoredUser user) {
        return user.active() && user.email().address().equals(token.address());
    }

    /** Uses the token and makes the change in one transaction, or does neither. */
    void use(StoredOneTimeToken token, AccountEditor.Decision change) {
        editor.apply(
                token.userId(),
                this::badLink,
                now -> change.on(now).under(() -> tokens.use(token) ? Optional.empty() : Optional.of(badLink())));
    }

    /** Creates the refusal of a link. It is the same for every problem, so that it does not reveal which accounts exist. */
    InvalidInputException badLink() {
        return Violations.refusal(messages, TOKEN, "invalid");
    }
}
