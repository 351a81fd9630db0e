package dev.accounts.example.quarkus;

import dev.accounts.http.AccountHttp;
import dev.accounts.http.HttpReply;
import dev.accounts.model.AccountException;
import dev.accounts.model.NotAuthenticatedException;
import dev.accounts.model.PermissionDeniedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Answers refusals on the application's own paths as the library answers them on its paths. */
class Refusals {

    @ServerExceptionMapper
    Response refused(AccountException refusal) {
        HttpReply reply = AccountHttp.refusal(refusal);
        Response.ResponseBuilder response = Response.status(reply.status()).entity(reply.body());
        reply.headers().forEach(response::header);
        return response.build();
    }

    @ServerExceptionMapper
    Response withoutToken(UnauthorizedException refusal) {
        return refused(new NotAuthenticatedException(NotAuthenticatedException.Reason.TOKEN_MISSING));
    }

    @ServerExceptionMapper
    Response withoutPermission(ForbiddenException refusal) {
        return refused(new PermissionDeniedException("a role is missing"));
    }
}
