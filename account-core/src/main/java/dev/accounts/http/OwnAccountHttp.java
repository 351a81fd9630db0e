package dev.accounts.http;

import dev.accounts.service.Profile;

/** Shows, changes and deletes the caller's own account. */
final class OwnAccountHttp {

    private OwnAccountHttp() {}

    static HttpReply me(Exchange exchange) {
        return switch (exchange.call().method()) {
            case "PUT", "PATCH" -> change(exchange);
            case "DELETE" -> delete(exchange);
            default -> show(exchange);
        };
    }

    private static HttpReply show(Exchange exchange) {
        return HttpReply.of(200, Wire.identity(exchange.owner()));
    }

    /** Changes the fields that the body names, the address among them; a body without any changes nothing. */
    static HttpReply change(Exchange exchange) {
        ProfileFields given = ProfileFields.read(exchange.fields());
        Fields fields = given.fields();
        Profile profile = exchange.accounts().profile();
        return given.answer(change -> fields.has(Wire.EMAIL)
                ? profile.change(exchange.token(), change, fields.text(Wire.CURRENT_PASSWORD), fields.text(Wire.EMAIL))
                : profile.change(exchange.token(), change));
    }

    static HttpReply delete(Exchange exchange) {
        return exchange.done(
                fields -> exchange.accounts().delete(exchange.token(), fields.text(Wire.CURRENT_PASSWORD)));
    }

    static HttpReply setUsername(Exchange exchange) {
        return exchange.done(fields -> exchange.accounts()
                .changeUsername(exchange.token(), fields.text(Wire.CURRENT_PASSWORD), fields.text(Wire.NEW_USERNAME)));
    }

    static HttpReply setPassword(Exchange exchange) {
        return exchange.done(fields -> exchange.accounts()
                .passwords()
                .change(exchange.token(), fields.text(Wire.CURRENT_PASSWORD), fields.text(Wire.NEW_PASSWORD)));
    }
}
