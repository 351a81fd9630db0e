package dev.accounts.quarkus;

import dev.accounts.http.AccountHttp;
import dev.accounts.http.HttpReply;
import dev.accounts.model.AccountException;
import dev.accounts.model.NotAuthenticatedException;
import dev.accounts.model.PermissionDeniedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;

/**
 * Answers refusals on the application's own paths as the HTTP contract does. The application names each kind that it wants:
 *
 * <pre>{@code
 * @Provider
 * class AccountRefusal extends RefusalMapper<AccountException> {}
 *
 * @Provider
 * class MissingToken extends RefusalMapper<UnauthorizedException> {}
 *
 * @Provider
 * class MissingRole extends RefusalMapper<ForbiddenException> {}
 * }</pre>
 *
 * <p>The second answers what {@code @Authenticated} refuses with 401 and {@code WWW-Authenticate: Token}, the third what {@code
 * @RolesAllowed} refuses with 403. Needs an extension for REST that writes JSON, such as {@code quarkus-rest-jackson}.
 *
 * @param <E> the kind of refusal: {@link AccountException}, {@link UnauthorizedException} or {@link ForbiddenException}
 */
public abstract class RefusalMapper<E extends RuntimeException> implements ExceptionMapper<E> {

    /** For subclasses, which need no code of their own. */
    protected RefusalMapper() {}

    @Override
    public Response toResponse(E exception) {
        HttpReply reply = AccountHttp.refusal(refusal(exception));
        Response.ResponseBuilder response = Response.status(reply.status()).entity(reply.body());
        reply.headers().forEach(response::header);
        return response.build();
    }

    private static AccountException refusal(RuntimeException exception) {
        if (exception instanceof AccountException refusal) {
            return refusal;
        }
        if (exception instanceof UnauthorizedException) {
            return new NotAuthenticatedException(NotAuthenticatedException.Reason.TOKEN_MISSING);
        }
        if (exception instanceof ForbiddenException) {
            return new PermissionDeniedException("a role is missing");
        }
        throw exception;
    }
}
