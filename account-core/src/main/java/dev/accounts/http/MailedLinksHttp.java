package dev.accounts.http;

/** Mails one-time links and uses them: to reset a password or a username, and to verify an address, which Djoser calls activation. */
final class MailedLinksHttp {

    private MailedLinksHttp() {}

    static HttpReply requestReset(Exchange exchange) {
        return exchange.done(fields -> exchange.accounts().passwords().requestReset(fields.text(Wire.EMAIL)));
    }

    static HttpReply reset(Exchange exchange) {
        return exchange.done(fields -> exchange.accounts()
                .passwords()
                .reset(fields.text(Wire.UID), fields.text(Wire.TOKEN), fields.text(Wire.NEW_PASSWORD)));
    }

    static HttpReply requestUsernameReset(Exchange exchange) {
        return exchange.done(fields -> exchange.accounts().usernames().requestReset(fields.text(Wire.EMAIL)));
    }

    static HttpReply resetUsername(Exchange exchange) {
        return exchange.done(fields -> exchange.accounts()
                .usernames()
                .reset(fields.text(Wire.UID), fields.text(Wire.TOKEN), fields.text(Wire.NEW_USERNAME)));
    }

    static HttpReply requestVerification(Exchange exchange) {
        return exchange.done(fields -> exchange.accounts().emails().requestVerification(fields.text(Wire.EMAIL)));
    }

    static HttpReply verify(Exchange exchange) {
        return exchange.done(
                fields -> exchange.accounts().emails().confirm(fields.text(Wire.UID), fields.text(Wire.TOKEN)));
    }
}
