package dev.accounts.http;

import dev.accounts.model.StorageException;

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
        return HttpReply.of(200, Wire.identity(exchange.caller()));
    }

    /** Changes the address, the only field that can be changed; a body without it changes nothing. */
    static HttpReply change(Exchange exchange) {
        exchange.done(fields -> {
            if (fields.has(Wire.EMAIL)) {
                exchange.accounts()
                        .emails()
                        .change(exchange.token(), fields.text(Wire.CURRENT_PASSWORD), fields.text(Wire.EMAIL));
            }
        });
        return shownAfterChange(exchange);
    }

    /** Shows the account. The change may be committed, so a failure to read it does not mean that nothing was changed. */
    private static HttpReply shownAfterChange(Exchange exchange) {
        try {
            return show(exchange);
        } catch (StorageException e) {
            throw new StorageException(StorageException.Outcome.UNKNOWN, e);
        }
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
