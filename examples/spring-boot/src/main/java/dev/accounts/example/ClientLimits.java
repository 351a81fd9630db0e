package dev.accounts.example;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Semaphore;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.apache.coyote.InputBuffer;
import org.apache.tomcat.util.http.MimeHeaders;
import org.apache.tomcat.util.net.ApplicationBufferHandler;

/**
 * Bounds what clients that send or read slowly can hold up: each body has a time to arrive in, only a part of Tomcat's threads
 * works on requests with a body, and only a part of them for one client. Requests without a body therefore always find a thread.
 * Tomcat itself only limits the pause between two bytes.
 */
class ClientLimits extends ValveBase {

    private final Duration bodyTimeout;
    private final Semaphore bodies;
    private final int perClient;
    private final ConcurrentMap<String, Integer> underWay = new ConcurrentHashMap<>();

    ClientLimits(Duration bodyTimeout, int bodies, int perClient) {
        super(true);
        this.bodyTimeout = bodyTimeout;
        this.bodies = new Semaphore(bodies);
        this.perClient = perClient;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        String client = request.getRemoteAddr();
        try {
            if (underWay.merge(client, 1, Integer::sum) > perClient) {
                refuse(request, response);
            } else {
                invokeFewBodies(request, response);
            }
        } finally {
            underWay.computeIfPresent(client, (address, requests) -> requests == 1 ? null : requests - 1);
        }
    }

    private void invokeFewBodies(Request request, Response response) throws IOException, ServletException {
        if (!hasBody(request)) {
            getNext().invoke(request, response);
        } else if (bodies.tryAcquire()) {
            try {
                limited(request, response);
            } finally {
                bodies.release();
            }
        } else {
            refuse(request, response);
        }
    }

    private void refuse(Request request, Response response) throws IOException {
        response.setStatus(Response.SC_SERVICE_UNAVAILABLE);
        response.setHeader("Retry-After", Long.toString(Math.max(1, bodyTimeout.toSeconds())));
        response.setContentType("application/json");
        response.getWriter().write("{\"detail\":\"Busy. Try again later.\"}");
        request.getCoyoteRequest().action(ActionCode.DISABLE_SWALLOW_INPUT, null);
    }

    private static boolean hasBody(Request request) {
        MimeHeaders headers = request.getCoyoteRequest().getMimeHeaders();
        String length = headers.getHeader("Content-Length");
        return headers.getValue("Transfer-Encoding") != null || (length != null && !length.equals("0"));
    }

    private void limited(Request request, Response response) throws IOException, ServletException {
        org.apache.coyote.Request connection = request.getCoyoteRequest();
        InputBuffer unlimited = connection.getInputBuffer();
        connection.setInputBuffer(new Timed(unlimited, System.nanoTime() + bodyTimeout.toNanos()));
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
