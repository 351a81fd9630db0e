package dev.accounts.internal.account;

import dev.accounts.internal.text.TextForm;
import dev.accounts.internal.text.Violations;
import dev.accounts.internal.token.TokenAuthenticator.Caller;
import dev.accounts.model.InvalidInputException;
import dev.accounts.model.NotAuthenticatedException;
import dev.accounts.model.NotAuthenticatedException.Reason;
import dev.accounts.model.ViolationMessages;
import dev.accounts.spi.StoredUser;
import dev.accounts.spi.UserKey;
import dev.accounts.spi.UserStore;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Changes an account after its owner has confirmed the current password. */
public record ConfirmedChange(
        UserStore users,
        CredentialCheck credentials,
        AccountEditor editor,
        FreshProof fresh,
        ViolationMessages messages) {

    static final String CURRENT_PASSWORD = "current_password";

    /**
     * Confirms the current password, prepares the change outside any transaction, and applies it.
     *
     * @param prepare prepares the change from the confirmed state, for example by hashing the new password
     */
    public void apply(
            Caller caller,
            @Nullable CharSequence currentPassword,
            Function<StoredUser, AccountEditor.Decision> prepare) {
        fresh.requireWhereFactorsAre(caller);
        applyAtAnyAge(caller, currentPassword, verified -> {
            AccountEditor.Decision decision = prepare.apply(verified);
            return now -> {
                fresh.requireStill(caller, now);
                return decision.on(now);
            };
        });
    }

    /** Does the same, however old the last proof is. */
    public void applyAtAnyAge(
            Caller caller,
            @Nullable CharSequence currentPassword,
            Function<StoredUser, AccountEditor.Decision> prepare) {
        StoredUser verified = confirmed(caller, currentPassword);
        AccountEditor.Decision decision = prepare.apply(verified);
        Optional<StoredUser> overtaken = applyUnlessOvertaken(verified, decision);
        while (overtaken.isPresent()) {
            // A login may have stored a stronger hash of the same password. The check happens here, because no hash is
            // computed inside a transaction.
            requireStillRight(overtaken.get(), currentPassword);
            overtaken = applyUnlessOvertaken(overtaken.get(), decision);
        }
    }

    /** Confirms the current password and changes nothing. */
    public void confirm(Caller caller, @Nullable CharSequence currentPassword) {
        fresh.requireWhereFactorsAre(caller);
        StoredUser verified = confirmed(caller, currentPassword);
        StoredUser now = users.read(UserKey.id(caller.id())).orElseThrow(ConfirmedChange::gone);
        requireActive(now);
        fresh.requireStill(caller, now);
        if (!now.passwordHash().equals(verified.passwordHash())) {
            requireStillRight(now, currentPassword);
        }
    }

    private StoredUser confirmed(Caller caller, @Nullable CharSequence currentPassword) {
        Violations violations = new Violations(messages, List.of(CURRENT_PASSWORD));
        TextForm.isPresent(violations, CURRENT_PASSWORD, currentPassword);
        violations.throwIfAny();
        return credentials.confirm(caller, currentPassword).orElseThrow(this::wrongPassword);
    }

    /** Applies the change; if the hash is no longer the confirmed one, changes nothing and returns the current account. */
    private Optional<StoredUser> applyUnlessOvertaken(StoredUser verified, AccountEditor.Decision decision) {
        AtomicReference<@Nullable StoredUser> overtaken = new AtomicReference<>();
        try {
            editor.apply(verified.id(), ConfirmedChange::gone, now -> {
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

    private void requireStillRight(StoredUser now, @Nullable CharSequence currentPassword) {
        if (!credentials.matches(now, currentPassword)) {
            throw wrongPassword();
        }
    }

    public static void requireActive(StoredUser now) {
        if (!now.active()) {
            throw new NotAuthenticatedException(Reason.USER_INACTIVE);
        }
    }

    private InvalidInputException wrongPassword() {
        return Violations.refusal(messages, CURRENT_PASSWORD, "invalid");
    }

    /** Creates the refusal for an account that was deleted after the token was checked. */
    public static NotAuthenticatedException gone() {
        return new NotAuthenticatedException(Reason.TOKEN_INVALID);
    }
}
