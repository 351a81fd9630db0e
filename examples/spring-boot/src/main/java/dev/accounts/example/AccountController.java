package dev.accounts.example;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.accounts.http.AccountHttp;
import dev.accounts.http.HttpCall;
import dev.accounts.http.HttpReply;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.web.HttpRequestHandler;
import tools.jackson.databind.json.JsonMapper;

/**
 * Passes requests to the account library and writes its replies.
 *
 * <p>It is a {@link HttpRequestHandler} and not an annotated controller, because it takes every method, {@code OPTIONS}
 * included, and answers JSON even if the request does not accept it.
 */
class AccountController implements HttpRequestHandler {

    private final AccountHttp accounts;
    private final JsonMapper json;

    AccountController(AccountHttp accounts, JsonMapper json) {
        this.accounts = accounts;
        this.json = json;
    }

    @Override
    public void handleRequest(HttpServletRequest request, HttpServletResponse response) throws IOException {
        write(accounts.handle(call(request)), response);
    }

    private HttpCall call(HttpServletRequest request) throws IOException {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        String query = request.getQueryString();
        Map<String, List<String>> headers = Map.of(
                "Authorization", Collections.list(request.getHeaders("Authorization")),
                "Content-Length", Collections.list(request.getHeaders("Content-Length")),
                "Content-Type", Collections.list(request.getHeaders("Content-Type")),
                "User-Agent", Collections.list(request.getHeaders("User-Agent")));
        return new HttpCall(request.getMethod(), query == null ? path : path + "?" + query, headers)
                .client(request.getRemoteAddr())
                .json(request.getInputStream(), text -> json.readValue(text, Object.class))
                .multipart(() -> fields(request.getParts()));
    }

    /** Reads the text fields of a form. Files are left out. */
    private static Map<String, List<String>> fields(Collection<Part> parts) throws IOException {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        for (Part part : parts) {
            if (part.getSubmittedFileName() == null) {
                ByteBuffer value = ByteBuffer.wrap(part.getInputStream().readAllBytes());
                fields.computeIfAbsent(part.getName(), name -> new ArrayList<>())
                        .add(UTF_8.newDecoder().decode(value).toString());
            }
        }
        return fields;
    }

    private void write(HttpReply reply, HttpServletResponse response) throws IOException {
        response.setStatus(reply.status());
        reply.headers().forEach(response::setHeader);
        if (reply.body() != null) {
            response.getOutputStream().write(json.writeValueAsBytes(reply.body()));
        }
    }
}
