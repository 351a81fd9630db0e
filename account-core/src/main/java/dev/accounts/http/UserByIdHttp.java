package dev.accounts.http;

import dev.accounts.internal.text.Violations;
import dev.accounts.model.Identity;
import dev.accounts.model.User;
import dev.accounts.model.UserNotFoundException;
import dev.accounts.model.delegation.Delegation;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Answers calls for an account by its id. The caller's own account is answered as at {@code users/me/}. Staff can see, change and
 * delete the accounts of others, and act as a user. Other callers get 404 for such an account, and 403 if they try to delete it or to act
 * as its owner, whether or not it exists. Djoser answers in the same way.
 */
final class UserByIdHttp {

    static final String ACT = "act/";

    private static final int DEFAULT_MINUTES = 15;

    private UserByIdHttp() {}

    static HttpReply answer(Exchange exchange) {
        Identity caller = exchange.caller();
        Optional<Long> id = Wire.userId(exchange.call().route());
        if (id.isEmpty()) {
            return Refusals.notFound();
        }
        boolean own = id.get() == caller.id();
        return switch (exchange.call().method()) {
            case "GET", "HEAD" ->
                HttpReply.of(200, own ? Wire.identity(caller) : Wire.identity(another(exchange, caller, id.get())));
            case "DELETE" -> own ? OwnAccountHttp.delete(exchange) : deleteAnother(exchange, caller, id);
            default -> own ? OwnAccountHttp.change(exchange) : changeAnother(exchange, caller, id.get());
        };
    }

    private static User another(Exchange exchange, Identity caller, long id) {
        if (!UsersHttp.seesAllUsers(caller)) {
            throw new UserNotFoundException();
        }
        return exchange.accounts().getUser(exchange.token(), id);
    }

    private static HttpReply deleteAnother(Exchange exchange, Identity caller, Optional<Long> id) {
        return UsersHttp.changeByStaff(
                exchange, caller, id, user -> exchange.administration().delete(caller.id(), user));
    }

    /** Issues a token by which a staff actor acts as the user. */
    static HttpReply act(Exchange exchange) {
        Identity caller = exchange.caller();
        Optional<Long> id = UsersHttp.idBefore(ACT, exchange);
        return UsersHttp.byStaff(
                exchange,
                caller,
                id,
                (fields, user) -> HttpReply.of(
                        200,
                        Wire.delegated(
                                exchange.accounts().sessions().actAs(exchange.token(), user, lifetime(fields)))));
    }

    private static Duration lifetime(Fields fields) {
        Violations violations = new Violations(fields.messages(), List.of());
        int most = (int) Delegation.LONGEST_ACTING.toMinutes();
        OptionalInt minutes = WholeNumber.upTo(most, fields, Wire.MINUTES, violations);
        violations.throwIfAny();
        return Duration.ofMinutes(minutes.orElse(DEFAULT_MINUTES));
    }

    /** Staff need the permission to change an account, and superusers alone set an address. */
    private static HttpReply changeAnother(Exchange exchange, Identity caller, long id) {
        another(exchange, caller, id);
        ProfileFields given = ProfileFields.read(exchange.fields());
        return given.answer(change -> exchange.administration().changeProfile(caller.id(), id, change, given.email()));
    }
}
