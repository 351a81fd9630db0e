package dev.accounts.quarkus;

import dev.accounts.http.HttpReply;
import dev.accounts.model.AccountException;
import io.quarkus.security.AuthenticationFailedException;
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
 * class DeadToken extends RefusalMapper<AuthenticationFailedException> {}
 *
 * @Provider
 * class MissingToken extends RefusalMapper<UnauthorizedException> {}
 *
 * @Provider
 * class MissingRole extends RefusalMapper<ForbiddenException> {}
 * }</pre>
 *
 * <p>The second and the third answer what {@code @Authenticated} refuses with 401 and {@code WWW-Authenticate: Token}, the fourth
 * what {@code @RolesAllowed} refuses with 403. Needs an extension for REST that writes JSON, such as {@code quarkus-rest-jackson}.
 *
 * @param <E> the kind of refusal: {@link AccountException}, {@link AuthenticationFailedException}, {@link UnauthorizedException} or
 *     {@link ForbiddenException}
 */
public abstract class RefusalMapper<E extends RuntimeException> implements ExceptionMapper<E> {

    /** For subclasses, which need no code of their own. */
    protected RefusalMapper() {}

    @Override
    public Response toResponse(E exception) {
        HttpReply reply = QuarkusRefusals.reply(exception);
        Response.ResponseBuilder response = Response.status(reply.status()).entity(reply.body());
        reply.headers().forEach(response::header);
        return response.build();
    }
}
