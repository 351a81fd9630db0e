package dev.accounts.example;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.apache.coyote.InputBuffer;
import org.apache.tomcat.util.net.ApplicationBufferHandler;

/**
 * Bounds what clients that send their bodies slowly can hold up: each body has a time to arrive in, and only a part of Tomcat's
 * threads works on requests with a body. Requests without a body therefore always find a thread. Tomcat itself only limits the
 * pause between two bytes.
 */
class BodyLimits extends ValveBase {

    private final Duration timeout;
    private final Semaphore slots;

    BodyLimits(Duration timeout, int parallel) {
        super(true);
        this.timeout = timeout;
        this.slots = new Semaphore(parallel);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        if (!hasBody(request)) {
            getNext().invoke(request, response);
        } else if (slots.tryAcquire()) {
            try {
                limited(request, response);
            } finally {
                slots.release();
            }
        } else {
            response.setStatus(Response.SC_SERVICE_UNAVAILABLE);
            response.setHeader("Retry-After", Long.toString(Math.max(1, timeout.toSeconds())));
            response.setContentType("application/json");
            response.getWriter().write("{\"detail\":\"Busy. Try again later.\"}");
            request.getCoyoteRequest().action(ActionCode.DISABLE_SWALLOW_INPUT, null);
        }
    }

    private static boolean hasBody(Request request) {
        return request.getContentLengthLong() > 0
                || request.getCoyoteRequest().getMimeHeaders().getValue("Transfer-Encoding") != null;
    }

    private void limited(Request request, Response response) throws IOException, ServletException {
        org.apache.coyote.Request connection = request.getCoyoteRequest();
        InputBuffer unlimited = connection.getInputBuffer();
        connection.setInputBuffer(new Timed(unlimited, System.nanoTime() + timeout.toNanos()));
        try {
            getNext().invoke(request, response);
            response.finishResponse();
            drain(connection);
        } finally {
            connection.setInputBuffer(unlimited);
        }
    }

    /** Reads the rest of the body, so that a client which sends all of it before it reads still gets the reply. */
    private static void drain(org.apache.coyote.Request connection) {
        Ignored ignored = new Ignored();
        try {
            while (!connection.hasExpectation() && connection.doRead(ignored) >= 0) {
                // Read on.
            }
        } catch (IOException late) {
            // Tomcat would read the rest without a time limit.
            connection.action(ActionCode.DISABLE_SWALLOW_INPUT, null);
        }
    }

    /** Takes what is read and keeps none of it. */
    private static class Ignored implements ApplicationBufferHandler {

        private ByteBuffer buffer = ByteBuffer.allocate(0);

        @Override
        public void setByteBuffer(ByteBuffer read) {
            buffer = read;
        }

        @Override
        public ByteBuffer getByteBuffer() {
            return buffer;
        }

        @Override
        public void expand(int size) {
            // Nothing is kept.
        }
    }

    /** Reads until a moment in {@link System#nanoTime}. */
    private record Timed(InputBuffer input, long end) implements InputBuffer {

        @Override
        public int doRead(ApplicationBufferHandler handler) throws IOException {
            if (System.nanoTime() - end > 0) {
                throw new SocketTimeoutException("the body did not arrive in time");
            }
            return input.doRead(handler);
        }

        @Override
        public int available() {
            return input.available();
        }
    }
}
