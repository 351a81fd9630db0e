package dev.accounts.http;

import static java.util.Objects.requireNonNull;

import dev.accounts.Accounts;
import dev.accounts.model.AccountException;
import dev.accounts.model.NotAuthenticatedException;
import dev.accounts.model.StorageException;
import dev.accounts.model.factor.Assurance;
import dev.accounts.service.Caller;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Answers the operations of the HTTP contract. Thread-safe.
 *
 * <ul>
 *   <li>{@code POST /auth/users/} registers a user. {@code GET} lists users in pages ({@code ?after=<id>&limit=<1 to 1000>}):
 *       staff see all users, other callers only themselves.
 *   <li>{@code GET}, {@code PUT}, {@code PATCH} and {@code DELETE /auth/users/me/} and {@code /auth/users/<id>/}: the caller's
 *       own account. Staff can also see, change and delete the accounts of others by their id.
 *   <li>{@code POST /auth/users/set_username/}, {@code set_password/}, {@code reset_password/},
 *       {@code reset_password_confirm/}, {@code reset_username/}, {@code reset_username_confirm/}, {@code activation/} and
 *       {@code resend_activation/}.
 *   <li>{@code POST /auth/token/login/}, {@code factor/}, {@code passkey/}, {@code passkey/login/}, {@code confirm/},
 *       {@code confirm/passkey/}, {@code logout/} and {@code logout_all/}, {@code GET /auth/sessions/},
 *       {@code DELETE /auth/sessions/<id>/}, {@code POST /auth/sessions/personal/}.
 *   <li>{@code GET /auth/factors/}, {@code POST} and {@code DELETE /auth/factors/totp/}, {@code POST /auth/factors/totp/confirm/},
 *       {@code passkeys/}, {@code passkeys/confirm/}, {@code recovery_codes/} and {@code recovery_codes/replace_used/}, {@code PATCH} and
 *       {@code DELETE /auth/factors/passkeys/<id>/}; for staff {@code DELETE /auth/users/<id>/factors/} and {@code POST
 *       /auth/users/<id>/act/}.
 *   <li>{@code GET} or {@code POST /user/<id>/}: a user with all fields.
 * </ul>
 *
 * <p>Every refusal becomes a reply with a JSON body. The host answers any other exception with 500. All calls block, for some
 * 40 ms where a password is hashed, so an event-loop framework must call from a worker thread.
 */
public final class AccountHttp {

    private static final Pattern PLAIN_SEGMENT = Pattern.compile("[A-Za-z0-9_-]+");
    private static final Pattern PLAIN_QUERY = Pattern.compile("[!-~]+");

    private final Accounts accounts;
    private final Bodies bodies;
    private final int created;

    private AccountHttp(Accounts accounts, int created) {
        this.accounts = accounts;
        this.bodies = new Bodies(accounts.messages());
        this.created = created;
    }

    /**
     * Creates a handler over an account system. Staff see, change and delete other users as their permissions allow.
     *
     * @param accounts the account system
     * @return the handler
     */
    public static AccountHttp over(Accounts accounts) {
        return new AccountHttp(requireNonNull(accounts, "accounts"), 200);
    }

    /**
     * Returns a handler that answers a registration with 201 (Created), as Djoser does, and not with 200, as the API document
     * says. Some clients of Djoser take only 201 for a success.
     *
     * @return the handler
     */
    public AccountHttp answeringCreated() {
        return new AccountHttp(accounts, 201);
    }

    /**
     * Returns the reply for a refusal, so that a host answers its own paths in the same way.
     *
     * @param refusal the refusal
     * @return the reply: 400, 401, 403, 404, 429 or 503; the last two with {@code Retry-After}
     */
    public static HttpReply refusal(AccountException refusal) {
        return Refusals.reply(requireNonNull(refusal, "refusal"));
    }

    /**
     * Identifies the caller of a path of the host by one look-up.
     *
     * @param authorization the header {@code Authorization} of the request; null if the request has none
     * @return the caller and what the caller may do
     * @throws NotAuthenticatedException if the header is not {@code Token} and a token, if there is no live token with this value,
     *     or if its owner is not active; {@link #refusal} makes the reply
     * @throws StorageException if the store failed
     */
    public Caller identify(@Nullable String authorization) {
        return accounts.service().caller(token(authorization));
    }

    /**
     * Identifies the caller of a path of the host that asks more of the proof behind the token, by one look-up.
     *
     * @param authorization the header {@code Authorization} of the request; null if the request has none
     * @param assurance how recent the proof must be, and which methods suffice
     * @return the caller and what the caller may do
     * @throws NotAuthenticatedException as at {@link #identify(String)}; also if the proof does not suffice, so that {@code POST
     *     /auth/token/confirm/} must take another
     * @throws StorageException if the store failed
     */
    public Caller identify(@Nullable String authorization, Assurance assurance) {
        requireNonNull(assurance, "assurance");
        return accounts.service().caller(token(authorization), assurance);
    }

    private static String token(@Nullable String authorization) {
        TokenHeader header = TokenHeader.of(authorization == null ? "" : authorization);
        if (header.problem().isPresent()) {
            throw Refusals.malformedHeader(header.problem().get());
        }
        return header.token();
    }

    /**
     * Answers a call.
     *
     * @param call the call
     * @return the reply; 404 for a path outside the contract
     */
    public HttpReply handle(HttpCall call) {
        requireNonNull(call, "call");
        try {
            Optional<Operation> operation = Operation.at(call.route());
            return operation.isPresent() ? answer(operation.get(), call) : elsewhere(call);
        } catch (AccountException refusal) {
            return Refusals.reply(refusal);
        } catch (UnreadableBodyException unreadable) {
            return unreadable.reply();
        }
    }

    private HttpReply answer(Operation operation, HttpCall call) {
        String method = call.method();
        if (method.equals("OPTIONS")) {
            return HttpReply.empty(200).header("Allow", operation.allow());
        }
        if (operation.needsToken(method)) {
            return withToken(operation, call);
        }
        return operation.allows(method) ? operation.answer(exchange(call, "")) : methodNotAllowed(operation, method);
    }

    private HttpReply withToken(Operation operation, HttpCall call) {
        TokenHeader header = TokenHeader.of(call.headerValue("Authorization"));
        if (header.problem().isPresent()) {
            return Refusals.unauthorized(header.problem().get());
        }
        Exchange exchange = exchange(call, header.token());
        if (operation.allows(call.method())) {
            return operation.answer(exchange);
        }
        exchange.owner();
        return methodNotAllowed(operation, call.method());
    }

    private Exchange exchange(HttpCall call, String token) {
        String client = call.client();
        return new Exchange(client == null ? accounts : accounts.from(client), bodies, call, token, created);
    }

    private static HttpReply methodNotAllowed(Operation operation, String method) {
        return HttpReply.detail(405, "Method \"" + method + "\" not allowed.").header("Allow", operation.allow());
    }

    /** Redirects a path without its last slash to the path with it, as Djoser does; answers 404 for any other path. */
    private static HttpReply elsewhere(HttpCall call) {
        String path = call.route();
        String lastSegment = path.substring(path.lastIndexOf('/') + 1);
        if (!PLAIN_SEGMENT.matcher(lastSegment).matches()
                || Operation.at(path + "/").isEmpty()) {
            return Refusals.notFound();
        }
        String query = PLAIN_QUERY.matcher(call.query()).matches() ? "?" + call.query() : "";
        return HttpReply.empty(301).header("Location", lastSegment + "/" + query);
    }
}
