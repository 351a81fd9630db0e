package dev.accounts.http;

/** Mails one-time links and uses them: to reset a password, and to verify an address, which Djoser calls activation. */
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

    static HttpReply requestVerification(Exchange exchange) {
        return exchange.done(fields -> exchange.accounts().emails().requestVerification(fields.text(Wire.EMAIL)));
    }

    static HttpReply verify(Exchange exchange) {
        return exchange.done(
                fields -> exchange.accounts().emails().confirm(fields.text(Wire.UID), fields.text(Wire.TOKEN)));
    }
}
