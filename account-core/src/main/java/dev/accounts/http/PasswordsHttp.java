package dev.accounts.http;

/** How passwords are replaced: by who knows the present one, or by a mailed link. */
final class PasswordsHttp {

    private PasswordsHttp() {}

    static HttpReply set(Exchange exchange) {
        return exchange.done(fields -> exchange.accounts()
                .passwords()
                .change(exchange.token(), fields.text(Wire.CURRENT_PASSWORD), fields.text(Wire.NEW_PASSWORD)));
    }

    static HttpReply requestReset(Exchange exchange) {
        return exchange.done(fields -> exchange.accounts().passwords().requestReset(fields.text(Wire.EMAIL)));
    }

    static HttpReply confirmReset(Exchange exchange) {
        return exchange.done(fields -> exchange.accounts()
                .passwords()
                .reset(fields.text(Wire.UID), fields.text(Wire.TOKEN), fields.text(Wire.NEW_PASSWORD)));
    }
}
