package dev.accounts.http;

import dev.accounts.model.Identity;
import dev.accounts.model.UserNotFoundException;
import java.util.Optional;

/**
 * An account by its id: one's own, as at {@code users/me/}, or another's, which staff see and nobody changes. For anybody
 * else another's looks as if it did not exist; only a wish to delete it is refused the same for all, as recorded.
 */
final class UserByIdHttp {

    private UserByIdHttp() {}

    static HttpReply answer(Exchange exchange) {
        Identity caller = exchange.caller();
        Optional<Long> id = Wire.userId(exchange.call().route());
        if (id.isEmpty()) {
            return Refusals.notFound();
        }
        boolean own = id.get() == caller.id();
        return switch (exchange.call().verb()) {
            case "GET", "HEAD" -> HttpReply.of(200, Wire.identity(own ? caller : another(exchange, caller, id.get())));
            case "DELETE" -> own ? OwnAccountHttp.delete(exchange) : Refusals.permissionDenied();
            default -> own ? OwnAccountHttp.change(exchange) : unchanged(exchange, caller, id.get());
        };
    }

    private static Identity another(Exchange exchange, Identity caller, long id) {
        if (!UsersHttp.seesEverybody(caller)) {
            throw new UserNotFoundException();
        }
        return Wire.identityOf(exchange.accounts().getUser(exchange.token(), id));
    }

    /** Addresses are changed by their owners, who prove it by their password, and by nobody else. */
    private static HttpReply unchanged(Exchange exchange, Identity caller, long id) {
        another(exchange, caller, id);
        return Refusals.permissionDenied();
    }
}
