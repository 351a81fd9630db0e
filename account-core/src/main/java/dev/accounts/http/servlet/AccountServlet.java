package dev.accounts.http.servlet;

import static java.util.Objects.requireNonNull;

import dev.accounts.http.AccountHttp;
import dev.accounts.http.HttpCall;
import dev.accounts.http.HttpReply;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRegistration;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Serves the HTTP contract in a Jakarta servlet container. Thread-safe.
 *
 * <p>{@link #addTo} registers it in a servlet context. A host that registers it in another way maps it to {@value #AUTH_PATTERN}
 * and {@value #USER_PATTERN}, to the same patterns below a prefix ({@link #below}), or to {@code /*}.
 *
 * <p>The servlet blocks, for some 40 ms where a password is hashed. It uses no asynchronous processing, and runs well on virtual
 * threads. It may run behind a filter that reads forms as parameters. It parses {@code multipart/form-data} itself: its
 * registration must have no multipart configuration, and no filter before it may read the parts of a request.
 */
public final class AccountServlet extends HttpServlet {

    /** The first of the patterns to map the servlet to. */
    public static final String AUTH_PATTERN = "/auth/*";

    /** The second of the patterns to map the servlet to. */
    public static final String USER_PATTERN = "/user/*";

    /** The largest body in bytes. */
    public static final int MAX_BYTES = 64 * 1024;

    private static final long serialVersionUID = 1L;

    /** The headers that the contract reads. */
    private static final List<String> HEADERS =
            List.of("Authorization", "Content-Length", "Content-Type", "User-Agent");

    private final transient AccountHttp accounts;
    private final transient Json json;
    private final transient Function<HttpServletRequest, @Nullable String> client;
    private final transient String prefix;

    private AccountServlet(
            AccountHttp accounts, Json json, Function<HttpServletRequest, @Nullable String> client, String prefix) {
        this.accounts = accounts;
        this.json = json;
        this.client = client;
        this.prefix = prefix;
    }

    /** What the host's mapper does. */
    private record Json(HttpCall.JsonReader reader, JsonWriter writer) {}

    /** Writes JSON with the host's mapper. */
    @FunctionalInterface
    public interface JsonWriter {

        /**
         * Writes the body of a reply.
         *
         * @param body map, list, text, number, boolean or null; a map keeps its order and its nulls
         * @return the JSON
         * @throws Exception if the mapper fails
         */
        String write(Object body) throws Exception;
    }

    /**
     * Creates a servlet. The client of a call is the remote address of its request.
     *
     * @param accounts answers the calls
     * @param reader parses JSON with the host's mapper; docs/http.md lists what it must do
     * @param writer writes JSON with the host's mapper
     * @return the servlet
     * @throws NullPointerException if an argument is null
     */
    public static AccountServlet over(AccountHttp accounts, HttpCall.JsonReader reader, JsonWriter writer) {
        Json json = new Json(requireNonNull(reader, "reader"), requireNonNull(writer, "writer"));
        return new AccountServlet(requireNonNull(accounts, "accounts"), json, HttpServletRequest::getRemoteAddr, "");
    }

    /**
     * Returns a servlet for other paths.
     *
     * @param path what stands before {@code /auth/} and {@code /user/} in the paths, such as {@code /api}
     * @return the new servlet
     * @throws IllegalArgumentException if the path does not begin with a slash, or ends with one
     */
    public AccountServlet below(String path) {
        if (!requireNonNull(path, "path").startsWith("/") || path.endsWith("/")) {
            throw new IllegalArgumentException("the path must begin with a slash and not end with one: " + path);
        }
        return new AccountServlet(accounts, json, client, path);
    }

    /**
     * Returns a servlet that finds the client of a call in another way, for example in a header of a trusted proxy.
     *
     * @param address returns the client's address; null if it is not known, so that no limit by source holds
     * @return the new servlet
     */
    public AccountServlet client(Function<HttpServletRequest, @Nullable String> address) {
        return new AccountServlet(accounts, json, requireNonNull(address, "address"), prefix);
    }

    /**
     * Registers this servlet under the name {@code accounts}, for {@value #AUTH_PATTERN} and {@value #USER_PATTERN} below the
     * prefix.
     *
     * @param context the servlet context, before it has started
     * @throws IllegalStateException if the context has started, or has a servlet of this name
     */
    public void addTo(ServletContext context) {
        ServletRegistration.Dynamic registration =
                requireNonNull(context, "context").addServlet("accounts", this);
        if (registration == null) {
            throw new IllegalStateException("the servlet context already has a servlet named accounts");
        }
        registration.addMapping(prefix + AUTH_PATTERN, prefix + USER_PATTERN);
    }

    /** Answers a request of any method. */
    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        HttpReply reply = accounts.handle(call(request));
        try {
            send(reply, json.writer(), response);
        } catch (IllegalStateException committed) {
            // The container itself has answered a client that does not send its body in time, or has lost it.
            if (!response.isCommitted()) {
                throw committed;
            }
        }
    }

    private HttpCall call(HttpServletRequest request) {
        Map<String, List<String>> headers = new HashMap<>();
        HEADERS.forEach(name -> headers.put(name, Collections.list(request.getHeaders(name))));
        return new HttpCall(request.getMethod(), path(request), headers)
                .client(client.apply(request))
                .json(new RequestContent(request), MAX_BYTES, json.reader());
    }

    private String path(HttpServletRequest request) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        String query = request.getQueryString();
        String below = path.startsWith(prefix + "/") ? path.substring(prefix.length()) : "/";
        return query == null ? below : below + "?" + query;
    }

    /**
     * Sends a reply, such as {@link AccountHttp#refusal} makes it for a path of the host. What the host has written to the
     * response before, by its stream or its writer, is dropped.
     *
     * @param reply the reply
     * @param writer writes JSON with the host's mapper
     * @param response the response, not committed yet
     * @throws IOException if the client is gone, or the mapper fails
     * @throws IllegalStateException if the response is committed
     */
    public static void send(HttpReply reply, JsonWriter writer, HttpServletResponse response) throws IOException {
        new ReplySender(requireNonNull(response, "response"))
                .send(requireNonNull(reply, "reply"), requireNonNull(writer, "writer"));
    }
}
