package dev.accounts.http;

import java.util.UUID;

/** Logs users in and out, and lists and ends their sessions. */
final class SessionsHttp {

    private SessionsHttp() {}

    /** Issues a token. If the client gives no label, its {@code User-Agent} is used. */
    static HttpReply login(Exchange exchange) {
        Bodies.Login login = exchange.bodies().login(exchange.fields().filledIn());
        String label = exchange.label(login.label());
        return HttpReply.of(200, Wire.issued(exchange.accounts().login(login.username(), login.password(), label)));
    }

    static HttpReply logout(Exchange exchange) {
        exchange.accounts().logout(exchange.token());
        return HttpReply.empty(204);
    }

    static HttpReply logoutAll(Exchange exchange) {
        exchange.accounts().sessions().endAll(exchange.token());
        return HttpReply.empty(204);
    }

    static HttpReply list(Exchange exchange) {
        return HttpReply.of(
                200,
                exchange.accounts().sessions().list(exchange.token()).stream()
                        .map(Wire::session)
                        .toList());
    }

    static HttpReply end(Exchange exchange) {
        return Wire.uuid(exchange.call().route()).map(id -> end(exchange, id)).orElseGet(() -> {
            exchange.caller();
            return Refusals.notFound();
        });
    }

    private static HttpReply end(Exchange exchange, UUID id) {
        return exchange.accounts().sessions().end(exchange.token(), id) ? HttpReply.empty(204) : Refusals.notFound();
    }
}
