package dev.accounts.http;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The operations of the contract: the path and methods of each, whether it needs a token, and the class that answers it. In a
 * path, <code>{id}</code> stands for any text without a slash. A path that ends with <code>/?</code> is good without its last slash, too.
 */
enum Operation {
    USERS("/auth/users/", Access.OPEN_TO_POST, "GET, HEAD, POST, OPTIONS"),
    LOGIN("/auth/token/login/?", Access.OPEN, "POST, OPTIONS"),
    LOGIN_FACTOR("/auth/token/factor/?", Access.OPEN, "POST, OPTIONS"),
    CONFIRM("/auth/token/confirm/?", Access.TOKEN, "POST, OPTIONS"),
    CONFIRM_OPTIONS("/auth/token/confirm/passkey/?", Access.TOKEN, "POST, OPTIONS"),
    LOGIN_OPTIONS("/auth/token/passkey/?", Access.OPEN, "POST, OPTIONS"),
    LOGIN_PASSKEY("/auth/token/passkey/login/?", Access.OPEN, "POST, OPTIONS"),
    LOGOUT("/auth/token/logout/?", Access.TOKEN, "POST, OPTIONS"),
    LOGOUT_ALL("/auth/token/logout_all/?", Access.TOKEN, "POST, OPTIONS"),
    SESSIONS("/auth/sessions/", Access.TOKEN, "GET, HEAD, OPTIONS"),
    PERSONAL_TOKENS("/auth/sessions/personal/", Access.TOKEN, "POST, OPTIONS"),
    SESSION("/auth/sessions/{id}/", Access.TOKEN, "DELETE, OPTIONS"),
    FACTORS("/auth/factors/", Access.TOKEN, "GET, HEAD, OPTIONS"),
    TOTP("/auth/factors/totp/", Access.TOKEN, "POST, DELETE, OPTIONS"),
    CONFIRM_TOTP("/auth/factors/totp/confirm/", Access.TOKEN, "POST, OPTIONS"),
    RECOVERY_CODES("/auth/factors/recovery_codes/", Access.TOKEN, "POST, OPTIONS"),
    USED_RECOVERY_CODES("/auth/factors/recovery_codes/replace_used/", Access.TOKEN, "POST, OPTIONS"),
    PASSKEYS("/auth/factors/passkeys/", Access.TOKEN, "POST, OPTIONS"),
    CONFIRM_PASSKEY("/auth/factors/passkeys/confirm/", Access.TOKEN, "POST, OPTIONS"),
    PASSKEY("/auth/factors/passkeys/{id}/", Access.TOKEN, "PATCH, DELETE, OPTIONS"),
    ME("/auth/users/me/", Access.TOKEN, "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS"),
    SET_USERNAME("/auth/users/set_username/", Access.TOKEN, "POST, OPTIONS"),
    SET_PASSWORD("/auth/users/set_password/", Access.TOKEN, "POST, OPTIONS"),
    RESET_PASSWORD("/auth/users/reset_password/", Access.OPEN, "POST, OPTIONS"),
    RESET_PASSWORD_CONFIRM("/auth/users/reset_password_confirm/", Access.OPEN, "POST, OPTIONS"),
    RESET_USERNAME("/auth/users/reset_username/", Access.OPEN, "POST, OPTIONS"),
    RESET_USERNAME_CONFIRM("/auth/users/reset_username_confirm/", Access.OPEN, "POST, OPTIONS"),
    ACTIVATION("/auth/users/activation/", Access.OPEN, "POST, OPTIONS"),
    RESEND_ACTIVATION("/auth/users/resend_activation/", Access.OPEN, "POST, OPTIONS"),
    ACCOUNT_FACTORS("/auth/users/{id}/factors/", Access.TOKEN, "DELETE, OPTIONS"),
    ACT("/auth/users/{id}/act/", Access.TOKEN, "POST, OPTIONS"),
    ACCOUNT("/auth/users/{id}/", Access.TOKEN, "GET, HEAD, PUT, PATCH, DELETE, OPTIONS"),
    USER("/user/{id}/", Access.TOKEN, "GET, HEAD, POST, OPTIONS");

    private static final String ID = "{id}/";

    private static final Map<String, Operation> EXACT = exact();
    private static final List<Operation> WITH_ID =
            Arrays.stream(values()).filter(Operation::isOfId).toList();

    private final String path;
    private final Access access;
    private final String allow;

    @SuppressWarnings("ImmutableEnumChecker") // Set.of makes it
    private final Set<String> methods;

    Operation(String path, Access access, String allow) {
        this.path = path;
        this.access = access;
        this.allow = allow;
        this.methods = Set.of(allow.split(", "));
    }

    private static Map<String, Operation> exact() {
        Map<String, Operation> exact = new HashMap<>();
        Arrays.stream(values()).filter(operation -> !operation.isOfId()).forEach(operation -> {
            exact.put(operation.path.replace("?", ""), operation);
            exact.put(operation.path.replace("/?", ""), operation);
        });
        return Map.copyOf(exact);
    }

    private boolean isOfId() {
        return path.contains(ID);
    }

    /** Tells which calls need a token. */
    private enum Access {
        OPEN,
        OPEN_TO_POST,
        TOKEN
    }

    /** Finds the operation that a path without its query is the path of. */
    static Optional<Operation> at(String path) {
        Operation exact = EXACT.get(path);
        return exact != null
                ? Optional.of(exact)
                : WITH_ID.stream().filter(operation -> operation.hasId(path)).findFirst();
    }

    private boolean hasId(String text) {
        int start = path.indexOf(ID);
        int end = text.indexOf('/', start);
        return end > start
                && text.regionMatches(0, path, 0, start)
                && path.substring(start + ID.length()).equals(text.substring(end + 1));
    }

    boolean needsToken(String method) {
        return switch (access) {
            case OPEN -> false;
            case OPEN_TO_POST -> !method.equals("POST");
            case TOKEN -> true;
        };
    }

    boolean allows(String method) {
        return methods.contains(method);
    }

    /** Returns the value of the {@code Allow} header. */
    String allow() {
        return allow;
    }

    /** Answers a call. Its method must be allowed, and it must have a token if the operation needs one. */
    HttpReply answer(Exchange exchange) {
        return switch (this) {
            case USERS -> UsersHttp.users(exchange);
            case LOGIN -> SessionsHttp.login(exchange);
            case LOGIN_FACTOR -> FactorsHttp.completeLogin(exchange);
            case CONFIRM -> FactorsHttp.confirm(exchange);
            case CONFIRM_OPTIONS -> PasskeysHttp.beginConfirmation(exchange);
            case LOGIN_OPTIONS -> PasskeysHttp.beginLogin(exchange);
            case LOGIN_PASSKEY -> PasskeysHttp.login(exchange);
            case LOGOUT -> SessionsHttp.logout(exchange);
            case LOGOUT_ALL -> SessionsHttp.logoutAll(exchange);
            case SESSIONS -> SessionsHttp.list(exchange);
            case PERSONAL_TOKENS -> SessionsHttp.issuePersonal(exchange);
            case SESSION -> SessionsHttp.end(exchange);
            case FACTORS -> FactorsHttp.list(exchange);
            case TOTP -> FactorsHttp.totp(exchange);
            case CONFIRM_TOTP -> FactorsHttp.confirmTotp(exchange);
            case RECOVERY_CODES -> FactorsHttp.replaceCodes(exchange);
            case USED_RECOVERY_CODES -> FactorsHttp.replaceUsedCodes(exchange);
            case PASSKEYS -> PasskeysHttp.beginRegistration(exchange);
            case CONFIRM_PASSKEY -> PasskeysHttp.register(exchange);
            case PASSKEY -> PasskeysHttp.change(exchange);
            case ME -> OwnAccountHttp.me(exchange);
            case SET_USERNAME -> OwnAccountHttp.setUsername(exchange);
            case SET_PASSWORD -> OwnAccountHttp.setPassword(exchange);
            case RESET_PASSWORD -> MailedLinksHttp.requestReset(exchange);
            case RESET_PASSWORD_CONFIRM -> MailedLinksHttp.reset(exchange);
            case RESET_USERNAME -> MailedLinksHttp.requestUsernameReset(exchange);
            case RESET_USERNAME_CONFIRM -> MailedLinksHttp.resetUsername(exchange);
            case ACTIVATION -> MailedLinksHttp.verify(exchange);
            case RESEND_ACTIVATION -> MailedLinksHttp.requestVerification(exchange);
            case ACCOUNT_FACTORS -> FactorsHttp.removeByStaff(exchange);
            case ACT -> UserByIdHttp.act(exchange);
            case ACCOUNT -> UserByIdHttp.answer(exchange);
            case USER -> UsersHttp.whole(exchange);
        };
    }
}
