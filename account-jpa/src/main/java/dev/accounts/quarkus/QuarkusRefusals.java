package dev.accounts.quarkus;

import dev.accounts.http.AccountHttp;
import dev.accounts.http.HttpReply;
import dev.accounts.model.AccountException;
import dev.accounts.model.NotAuthenticatedException;
import dev.accounts.model.NotAuthenticatedException.Reason;
import dev.accounts.model.PermissionDeniedException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;

/** Maps the refusals of Quarkus Security to those of the library. */
final class QuarkusRefusals {

    private QuarkusRefusals() {}

    static HttpReply reply(RuntimeException exception) {
        return AccountHttp.refusal(refusal(exception));
    }

    private static AccountException refusal(RuntimeException exception) {
        if (exception instanceof AccountException refusal) {
            return refusal;
        }
        if (exception.getCause() instanceof NotAuthenticatedException refusal) {
            return refusal;
        }
        if (exception instanceof UnauthorizedException || exception instanceof AuthenticationFailedException) {
            return new NotAuthenticatedException(Reason.TOKEN_MISSING);
        }
        if (exception instanceof ForbiddenException) {
            return new PermissionDeniedException("a role is missing");
        }
        throw exception;
    }
}
