package dev.accounts.spring;

import static java.util.Objects.requireNonNull;

import dev.accounts.http.AccountHttp;
import dev.accounts.http.HttpReply;
import dev.accounts.http.servlet.AccountServlet;
import dev.accounts.model.AccountException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpStatus;

/**
 * Answers refusals on the paths of the application: as the HTTP contract does, or with problem details (RFC 9457) if {@code
 * spring.mvc.problemdetails.enabled} is true. A bean, for filters and handlers of the application. Thread-safe.
 */
public final class AccountRefusals {

    private static final String DETAIL = "detail";

    private final AccountJson json;
    private final boolean problems;

    AccountRefusals(AccountJson json, boolean problems) {
        this.json = json;
        this.problems = problems;
    }

    /**
     * Returns the reply for a refusal.
     *
     * @param refusal the refusal
     * @return the reply: 400, 401, 403, 404, 429 or 503
     */
    public HttpReply reply(AccountException refusal) {
        HttpReply reply = AccountHttp.refusal(refusal);
        return problems ? problem(reply) : reply;
    }

    /**
     * Sends the reply for a refusal.
     *
     * @param refusal the refusal
     * @param response the response, not committed yet
     * @throws IOException if the client is gone, or the JSON mapper fails
     */
    public void send(AccountException refusal, HttpServletResponse response) throws IOException {
        AccountServlet.send(reply(refusal), json.writer(), response);
    }

    private static HttpReply problem(HttpReply reply) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", "about:blank");
        body.put("title", HttpStatus.valueOf(reply.status()).getReasonPhrase());
        body.put("status", reply.status());
        if (reply.body() instanceof Map<?, ?> content && content.get(DETAIL) instanceof String) {
            content.forEach((name, value) -> body.put(String.valueOf(name), value));
        } else {
            body.put(DETAIL, "The input breaks rules.");
            body.put("errors", requireNonNull(reply.body()));
        }
        Map<String, String> headers = new LinkedHashMap<>(reply.headers());
        headers.put("Content-Type", "application/problem+json");
        return new HttpReply(reply.status(), headers, body);
    }
}
