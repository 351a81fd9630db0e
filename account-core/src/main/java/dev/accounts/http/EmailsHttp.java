package dev.accounts.http;

/** How addresses are verified, which the recorded server calls activation. */
final class EmailsHttp {

    private EmailsHttp() {}

    static HttpReply confirm(Exchange exchange) {
        return exchange.done(
                fields -> exchange.accounts().emails().confirm(fields.text(Wire.UID), fields.text(Wire.TOKEN)));
    }

    static HttpReply requestAgain(Exchange exchange) {
        return exchange.done(fields -> exchange.accounts().emails().requestVerification(fields.text(Wire.EMAIL)));
    }
}
