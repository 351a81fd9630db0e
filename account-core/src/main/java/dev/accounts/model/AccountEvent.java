package dev.accounts.model;

import java.util.Locale;
import java.util.UUID;

/**
 * Something that happened to an account (OWASP ASVS 5.0, 16.3). None of the family holds a secret, a name or an address; a
 * source key is what the host passed.
 */
public sealed interface AccountEvent {

    /**
     * When, to whom, by whom and from where it happened.
     *
     * @return the circumstances
     */
    EventContext context();

    /**
     * What kind of event this is, for tables and counters: the type in lower case, such as {@code login_refused}.
     *
     * @return a stable name of at most 30 characters
     */
    default String name() {
        return getClass().getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
    }

    /**
     * What else the event tells, in one word.
     *
     * @return a text of at most 100 characters, or an empty one
     */
    default String detail() {
        return "";
    }

    /** Why a login was refused. */
    enum Reason {
        /** No account has this name. */
        UNKNOWN_USER,
        /** The password is another. */
        WRONG_PASSWORD,
        /** The account is not active. */
        INACTIVE,
        /** The address has to be verified first. */
        UNVERIFIED
    }

    /**
     * An account was created, by its owner or by staff.
     *
     * @param context the circumstances
     */
    record Registered(EventContext context) implements AccountEvent {}

    /**
     * A token was issued for verified credentials.
     *
     * @param context the circumstances
     * @param sessionId the token's name in the owner's list
     */
    record LoggedIn(EventContext context, UUID sessionId) implements AccountEvent {

        @Override
        public String detail() {
            return sessionId.toString();
        }
    }

    /**
     * Credentials were refused; who was told, was told no more than that.
     *
     * @param context the circumstances
     * @param reason why, which only the host learns
     */
    record LoginRefused(EventContext context, Reason reason) implements AccountEvent {

        @Override
        public String detail() {
            return reason.name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Credentials were not judged, since too many attempts had failed before.
     *
     * @param context the circumstances
     */
    record Throttled(EventContext context) implements AccountEvent {}

    /**
     * A token was ended by its owner: at a logout, or in the list of the owner's sessions.
     *
     * @param context the circumstances
     * @param sessionId the token's name in the owner's list
     */
    record LoggedOut(EventContext context, UUID sessionId) implements AccountEvent {

        @Override
        public String detail() {
            return sessionId.toString();
        }
    }

    /**
     * Tokens of an account, or of all where no user is named, were ended together: by the owner, or by staff. That they end
     * with a change or reset of the password, the first verification of the address, a deactivation or a deletion is told by
     * the event of that; of one that expires, or goes when a person has too many, none tells.
     *
     * @param context the circumstances
     * @param count how many rows went, expired ones included
     */
    record SessionsEnded(EventContext context, int count) implements AccountEvent {

        @Override
        public String detail() {
            return Integer.toString(count);
        }
    }

    /**
     * Somebody asked for a reset; the user is empty where no message goes out.
     *
     * @param context the circumstances
     */
    record PasswordResetRequested(EventContext context) implements AccountEvent {}

    /**
     * The password was replaced by means of a mailed token.
     *
     * @param context the circumstances
     */
    record PasswordReset(EventContext context) implements AccountEvent {}

    /**
     * The password was replaced by its owner.
     *
     * @param context the circumstances
     */
    record PasswordChanged(EventContext context) implements AccountEvent {}

    /**
     * The account has another username.
     *
     * @param context the circumstances
     */
    record UsernameChanged(EventContext context) implements AccountEvent {}

    /**
     * Another address is to be confirmed.
     *
     * @param context the circumstances
     */
    record EmailChangeRequested(EventContext context) implements AccountEvent {}

    /**
     * The address that was to be confirmed is no longer wanted.
     *
     * @param context the circumstances
     */
    record EmailChangeWithdrawn(EventContext context) implements AccountEvent {}

    /**
     * The account has another address, or none.
     *
     * @param context the circumstances
     */
    record EmailChanged(EventContext context) implements AccountEvent {}

    /**
     * The owner proved to hold the address.
     *
     * @param context the circumstances
     */
    record EmailVerified(EventContext context) implements AccountEvent {}

    /**
     * The account may no longer be used.
     *
     * @param context the circumstances
     */
    record Deactivated(EventContext context) implements AccountEvent {}

    /**
     * The account may be used again.
     *
     * @param context the circumstances
     */
    record Reactivated(EventContext context) implements AccountEvent {}

    /**
     * Staff or superuser flag, groups or permissions of the account were set.
     *
     * @param context the circumstances
     */
    record RightsChanged(EventContext context) implements AccountEvent {}

    /**
     * A group was created, deleted or given other permissions, or a permission was created.
     *
     * @param context the circumstances
     */
    record RoleChanged(EventContext context) implements AccountEvent {}

    /**
     * The data of the account was handed out to its owner.
     *
     * @param context the circumstances
     */
    record Exported(EventContext context) implements AccountEvent {}

    /**
     * The account and all that belonged to it is gone.
     *
     * @param context the circumstances
     */
    record Deleted(EventContext context) implements AccountEvent {}
}
