package dev.accounts.model;

import static java.util.Objects.requireNonNull;

import java.util.Locale;
import java.util.UUID;

/**
 * Tells what happened to an account (OWASP ASVS 5.0, 16.3). No event holds a secret, a name or an address. Its source is the key that the
 * host passed. Four kinds carry a detail and have a type of their own. Every other kind is a {@link Plain} event.
 */
public sealed interface AccountEvent {

    /** {@return when, to whom, by whom and from where it happened} */
    EventContext context();

    /** {@return what happened} */
    Kind kind();

    /** {@return the kind in lower case, such as {@code login_refused}: a stable name of at most 30 characters} */
    default String name() {
        return kind().name().toLowerCase(Locale.ROOT);
    }

    /** {@return the detail of the event in one word of at most 100 characters; empty if it has none} */
    default String detail() {
        if (this instanceof LoginRefused refused) {
            return refused.reason().name().toLowerCase(Locale.ROOT);
        }
        if (this instanceof SessionsEnded ended) {
            return Integer.toString(ended.count());
        }
        if (this instanceof LoggedIn in) {
            return in.sessionId().toString();
        }
        return this instanceof LoggedOut out ? out.sessionId().toString() : "";
    }

    /** What can happen to an account. */
    enum Kind {
        /** The owner or a staff actor created the account. */
        REGISTERED,
        /** The credentials were verified and a token was issued: {@link AccountEvent.LoggedIn}. */
        LOGGED_IN,
        /** Credentials were refused: {@link AccountEvent.LoginRefused}. */
        LOGIN_REFUSED,
        /** Credentials were not checked, because too many attempts had failed before. */
        THROTTLED,
        /** The owner revoked one token: {@link AccountEvent.LoggedOut}. */
        LOGGED_OUT,
        /** The owner or a staff actor revoked several tokens at once: {@link AccountEvent.SessionsEnded}. */
        SESSIONS_ENDED,
        /** A password reset was requested. The event names no user if no message goes out. */
        PASSWORD_RESET_REQUESTED,
        /** The password was replaced through a one-time link. */
        PASSWORD_RESET,
        /** The owner replaced the password. */
        PASSWORD_CHANGED,
        /** A new username was requested. The event names no user if no message goes out. */
        USERNAME_RESET_REQUESTED,
        /** The owner replaced the username. The event names no actor if a one-time link did it. */
        USERNAME_CHANGED,
        /** The owner or a staff actor changed the names, the days count or the towns of the account. */
        PROFILE_CHANGED,
        /** The owner asked for another address, which must be confirmed first. */
        EMAIL_CHANGE_REQUESTED,
        /** The owner withdrew the request for another address. */
        EMAIL_CHANGE_WITHDRAWN,
        /** The address of the account was replaced or removed. */
        EMAIL_CHANGED,
        /** The owner proved to hold the address. */
        EMAIL_VERIFIED,
        /** A staff actor deactivated the account. */
        DEACTIVATED,
        /** A staff actor or the host activated the account again. */
        REACTIVATED,
        /** The flags, the groups or the permissions of the account were set. */
        RIGHTS_CHANGED,
        /** A group was created, deleted or given other permissions, or a permission was created. */
        ROLE_CHANGED,
        /** A town was renamed or deleted. */
        TOWN_CHANGED,
        /** A right password was given; the login waits for a second factor. */
        SECOND_FACTOR_ASKED,
        /** The owner enrolled an app for one-time codes. */
        TOTP_ENROLLED,
        /** The owner or a staff actor removed every second factor. */
        FACTORS_REMOVED,
        /** The owner registered a passkey. */
        PASSKEY_REGISTERED,
        /** A passkey was refused because its counter went back: there may be a copy of its authenticator. */
        PASSKEY_COPIED,
        /** The owner removed one of several second factors. */
        FACTOR_REMOVED,
        /** The owner got new recovery codes, beside or in place of the former ones. */
        RECOVERY_CODES_ISSUED,
        /** The owner used a recovery code. */
        RECOVERY_CODE_USED,
        /** The owner gave a proof again and got a new token: {@code AccountService.confirm}. */
        REAUTHENTICATED,
        /** The owner issued a personal token. */
        PERSONAL_TOKEN_ISSUED,
        /** A staff actor began to act as the user. */
        ACTING_BEGUN,
        /** The owner exported the data of the account. */
        EXPORTED,
        /** The account was deleted with everything that belonged to it. */
        DELETED
    }

    /** Why a login was refused. */
    enum Reason {
        /** No account has this name. */
        UNKNOWN_USER,
        /** The password is wrong. */
        WRONG_PASSWORD,
        /** The account is not active. */
        INACTIVE,
        /** The address must be verified first. */
        UNVERIFIED,
        /** The proof of a second factor, or the passkey of a login, is wrong or was used before. */
        WRONG_SECOND_FACTOR
    }

    /**
     * An event without a detail.
     *
     * @param kind any kind that has no type of its own
     * @param context the circumstances
     */
    record Plain(Kind kind, EventContext context) implements AccountEvent {
        /**
         * Checks the kind.
         *
         * @throws NullPointerException if a component is null
         * @throws IllegalArgumentException if the kind has a type of its own
         */
        public Plain {
            requireNonNull(context, "context");
            switch (requireNonNull(kind, "kind")) {
                case LOGGED_IN, LOGIN_REFUSED, LOGGED_OUT, SESSIONS_ENDED ->
                    throw new IllegalArgumentException("kind has a type of its own: " + kind);
                default -> {}
            }
        }
    }

    /**
     * Credentials were verified and a token was issued.
     *
     * @param context the circumstances
     * @param sessionId the id of the token in the owner's list
     */
    record LoggedIn(EventContext context, UUID sessionId) implements AccountEvent {
        @Override
        public Kind kind() {
            return Kind.LOGGED_IN;
        }
    }

    /**
     * A login was refused. The caller got no reason; listeners do.
     *
     * @param context the circumstances
     * @param reason why
     */
    record LoginRefused(EventContext context, Reason reason) implements AccountEvent {
        @Override
        public Kind kind() {
            return Kind.LOGIN_REFUSED;
        }
    }

    /**
     * The owner revoked one token, by a logout or in the list of sessions.
     *
     * @param context the circumstances
     * @param sessionId the id of the token in the owner's list
     */
    record LoggedOut(EventContext context, UUID sessionId) implements AccountEvent {
        @Override
        public Kind kind() {
            return Kind.LOGGED_OUT;
        }
    }

    /**
     * The owner or a staff actor revoked the tokens of one account, or of all accounts if the event names no user. Tokens that another
     * change revokes are part of its event. Tokens that expire or exceed the allowed number cause none.
     *
     * @param context the circumstances
     * @param count how many tokens were revoked, expired ones included
     */
    record SessionsEnded(EventContext context, int count) implements AccountEvent {
        @Override
        public Kind kind() {
            return Kind.SESSIONS_ENDED;
        }
    }
}
