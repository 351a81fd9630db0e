package dev.accounts.http;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** The operations of the contract: where each is, which methods it takes, whether it needs a token, and who answers. */
enum Operation {
    USERS("/auth/users/", Access.OPEN_TO_POST, "GET, HEAD, POST, OPTIONS", UsersHttp::users),
    LOGIN("/auth/token/login/?", Access.OPEN, "POST, OPTIONS", SessionsHttp::login),
    LOGOUT("/auth/token/logout/?", Access.TOKEN, "POST, OPTIONS", SessionsHttp::logout),
    LOGOUT_ALL("/auth/token/logout_all/?", Access.TOKEN, "POST, OPTIONS", SessionsHttp::logoutAll),
    SESSIONS("/auth/sessions/", Access.TOKEN, "GET, HEAD, OPTIONS", SessionsHttp::list),
    SESSION("/auth/sessions/[^/]+/", Access.TOKEN, "DELETE, OPTIONS", SessionsHttp::end),
    ME("/auth/users/me/", Access.TOKEN, "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS", OwnAccountHttp::me),
    SET_USERNAME("/auth/users/set_username/", Access.TOKEN, "POST, OPTIONS", OwnAccountHttp::setUsername),
    SET_PASSWORD("/auth/users/set_password/", Access.TOKEN, "POST, OPTIONS", PasswordsHttp::set),
    RESET_PASSWORD("/auth/users/reset_password/", Access.OPEN, "POST, OPTIONS", PasswordsHttp::requestReset),
    RESET_PASSWORD_CONFIRM(
            "/auth/users/reset_password_confirm/", Access.OPEN, "POST, OPTIONS", PasswordsHttp::confirmReset),
    ACTIVATION("/auth/users/activation/", Access.OPEN, "POST, OPTIONS", EmailsHttp::confirm),
    RESEND_ACTIVATION("/auth/users/resend_activation/", Access.OPEN, "POST, OPTIONS", EmailsHttp::requestAgain),
    ACCOUNT("/auth/users/[^/]+/", Access.TOKEN, "GET, HEAD, PUT, PATCH, DELETE, OPTIONS", UserByIdHttp::answer),
    USER("/user/[^/]+/", Access.TOKEN, "GET, HEAD, POST, OPTIONS", UsersHttp::whole);

    private final Pattern path;
    private final Access access;
    private final String allow;
    private final List<String> methods;
    private final Function<Exchange, HttpReply> answer;

    Operation(String path, Access access, String allow, Function<Exchange, HttpReply> answer) {
        this.path = Pattern.compile(path, Pattern.DOTALL);
        this.access = access;
        this.allow = allow;
        this.methods = List.of(allow.split(", "));
        this.answer = answer;
    }

    /** Which calls need a token. */
    private enum Access {
        OPEN,
        OPEN_TO_POST,
        TOKEN
    }

    /** The first operation that a path without its query leads to. */
    static Optional<Operation> at(String path) {
        return Arrays.stream(values())
                .filter(operation -> operation.path.matcher(path).matches())
                .findFirst();
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

    /** The value of the header of that name. */
    String allow() {
        return allow;
    }

    /** Answers a call of an allowed method, with the token it needs. */
    HttpReply answer(Exchange exchange) {
        return answer.apply(exchange);
    }
}
