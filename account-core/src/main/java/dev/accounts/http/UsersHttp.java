package dev.accounts.http;

import dev.accounts.model.Identity;
import dev.accounts.model.InvalidInputException;
import dev.accounts.model.Registration;
import dev.accounts.model.User;
import dev.accounts.model.UserSearch;
import dev.accounts.service.AccountAdministration;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.LongConsumer;

/** Registers users, lists them, and shows a user with all fields. */
final class UsersHttp {

    private UsersHttp() {}

    static HttpReply users(Exchange exchange) {
        return exchange.call().method().equals("POST") ? register(exchange) : list(exchange);
    }

    private static HttpReply register(Exchange exchange) {
        Fields fields = exchange.fields();
        Bodies bodies = exchange.bodies();
        TownIds towns = TownIds.read(fields.values(), bodies.messages());
        Registration registration = bodies.registration(fields).towns(towns.forService());
        try {
            return HttpReply.of(
                    exchange.created(), Wire.registered(exchange.accounts().register(registration)));
        } catch (InvalidInputException refusal) {
            throw fields.reworded(towns.reworded(refusal, bodies.messages()));
        }
    }

    private static HttpReply list(Exchange exchange) {
        Identity caller = exchange.caller();
        PageQuery page = PageQuery.of(exchange.call().query(), exchange.bodies().messages());
        return seesAllUsers(caller) ? page(exchange.administration(), caller, page) : alone(caller, page);
    }

    private static HttpReply page(AccountAdministration staff, Identity caller, PageQuery page) {
        List<User> users = staff.search(caller.id(), UserSearch.all().page(page.after(), page.limit()));
        HttpReply reply = HttpReply.of(200, users.stream().map(Wire::identity).toList());
        return users.size() < page.limit()
                ? reply
                : reply.header(
                        "Link", page.linkAfter(users.get(users.size() - 1).id()));
    }

    private static HttpReply alone(Identity caller, PageQuery page) {
        return HttpReply.of(200, page.after() < caller.id() ? List.of(Wire.identity(caller)) : List.of());
    }

    static HttpReply whole(Exchange exchange) {
        Optional<Long> id = Wire.userId(exchange.call().route());
        if (id.isEmpty()) {
            exchange.caller();
            return Refusals.notFound();
        }
        return HttpReply.of(200, Wire.user(exchange.accounts().getUser(exchange.token(), id.get())));
    }

    /** Changes an account by staff, as {@link #byStaff} says, and answers 204. */
    static HttpReply changeByStaff(Exchange exchange, Identity caller, Optional<Long> id, LongConsumer change) {
        return byStaff(exchange, caller, id, (fields, user) -> {
            change.accept(user);
            return HttpReply.empty(204);
        });
    }

    /** Answers staff, who confirm with their own password; all other callers get 403, whether or not the user exists. */
    static HttpReply byStaff(
            Exchange exchange, Identity caller, Optional<Long> id, BiFunction<Fields, Long, HttpReply> action) {
        if (!seesAllUsers(caller)) {
            return Refusals.permissionDenied();
        }
        return id.isEmpty()
                ? Refusals.notFound()
                : exchange.answerAsGiven(fields -> {
                    exchange.accounts().passwords().confirm(exchange.token(), fields.text(Wire.CURRENT_PASSWORD));
                    return action.apply(fields, id.get());
                });
    }

    /** Returns the id that stands before the last part of a path, such as {@code act/}. */
    static Optional<Long> idBefore(String part, Exchange exchange) {
        String route = exchange.call().route();
        return Wire.userId(route.substring(0, route.length() - part.length()));
    }

    static boolean seesAllUsers(Identity caller) {
        return caller.staff() || caller.superuser();
    }
}
