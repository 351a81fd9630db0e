package dev.accounts.http;

/** Carries the reply for a body that could not be read to {@link AccountHttp}, which answers with it. */
final class UnreadableBodyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient HttpReply reply;

    UnreadableBodyException(HttpReply reply) {
        super(null, null, false, false);
        this.reply = reply;
    }

    HttpReply reply() {
        return reply;
    }
}
