package dev.accounts.quarkus;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.io.InputStream;
import java.util.function.Consumer;

/** Collects or drops the body of a request that is paused. Runs on the event loop. */
final class RequestBytes {

    /** The largest body that the library reads. It refuses one that is longer by a byte. */
    private static final int MAX_BYTES = 64 * 1024;

    private RequestBytes() {}

    /** Stands for a body that has not been collected. A read tells that the body is needed. */
    static final class Awaited extends InputStream {

        @Override
        public int read() {
            throw new NeededException();
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
            throw new NeededException();
        }
    }

    static final class NeededException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        NeededException() {
            super("the body is needed", null, false, false);
        }
    }

    /**
     * Calls the consumer once with the body, or with its beginning if it is too large. If the client hangs up or breaks the
     * protocol, no reply is possible, and nothing is called.
     */
    static void collect(HttpServerRequest request, Consumer<byte[]> consumer) {
        if (request.isEnded()) {
            // The client has hung up; Quarkus has dropped the body.
            return;
        }
        Buffer body = Buffer.buffer();
        request.exceptionHandler(gone -> {});
        request.endHandler(end -> consumer.accept(body.getBytes()));
        request.handler(piece -> {
            body.appendBuffer(piece);
            if (body.length() > MAX_BYTES) {
                request.endHandler(null).handler(rest -> {});
                consumer.accept(body.getBytes());
            }
        });
        if ("100-continue".equalsIgnoreCase(request.getHeader("Expect"))) {
            request.response().writeContinue();
        }
        request.resume();
    }

    /** Drops what is left of the body, so that the next request of the connection is read. */
    static void drop(HttpServerRequest request) {
        if (!request.isEnded()) {
            request.resume();
        }
    }
}
