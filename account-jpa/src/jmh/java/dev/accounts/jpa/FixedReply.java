package dev.accounts.jpa;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.function.Consumer;

/** A servlet that sends the same headers and bytes whoever asks, after it has done something with the request. */
final class FixedReply extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private final transient Consumer<HttpServletRequest> before;
    private final transient Map<String, String> headers;
    private final transient byte[] body;

    FixedReply(Consumer<HttpServletRequest> before, Map<String, String> headers, byte[] body) {
        this.before = before;
        this.headers = headers;
        this.body = body;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        before.accept(request);
        headers.forEach(response::setHeader);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
