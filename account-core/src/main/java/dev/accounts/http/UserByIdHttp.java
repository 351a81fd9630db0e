package dev.accounts.http;

import dev.accounts.model.Identity;
import dev.accounts.model.UserNotFoundException;
import java.util.Optional;

/**
 * An account by its id: one's own, as at {@code users/me/}, or another's, which staff see and delete and nobody changes. For anybody
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
            case "DELETE" -> own ? OwnAccountHttp.delete(exchange) : deleteAnother(exchange, caller, id.get());
            default -> own ? OwnAccountHttp.change(exchange) : unchanged(exchange, caller, id.get());
        };
    }

    private static Identity another(Exchange exchange, Identity caller, long id) {
        if (!UsersHttp.seesEverybody(caller)) {
            throw new UserNotFoundException();
        }
        return Wire.identityOf(exchange.accounts().getUser(exchange.token(), id));
    }

    /** Staff prove by their own password that it is they who delete; for anybody else it is refused whoever is meant. */
    private static HttpReply deleteAnother(Exchange exchange, Identity caller, long id) {
        if (!UsersHttp.seesEverybody(caller)) {
            return Refusals.permissionDenied();
        }
        return exchange.done(fields -> {
            exchange.accounts().passwords().confirm(exchange.token(), fields.text(Wire.CURRENT_PASSWORD));
            exchange.administration().delete(caller.id(), id);
        });
    }

    /** Addresses are changed by their owners, who prove it by their password, and by nobody else. */
    private static HttpReply unchanged(Exchange exchange, Identity caller, long id) {
        another(exchange, caller, id);
        return Refusals.permissionDenied();
    }
}
