package dev.accounts.quarkus;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.accounts.http.AccountHttp;
import dev.accounts.http.HttpCall;
import dev.accounts.http.HttpReply;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Serves the HTTP contract at {@code /auth/} and {@code /user/} of a Vert.x router, on worker threads. Thread-safe.
 *
 * <p>A strict JSON mapper of its own reads and writes the bodies. Needs the extensions {@code quarkus-vertx-http} and {@code
 * quarkus-jackson}, which {@code quarkus-rest-jackson} brings.
 *
 * <p>A body is read only after the route, the method and the token are judged. While it is on its way, no thread waits: {@code
 * quarkus.http.idle-timeout} ends connections on which nothing arrives. Where a body handler of the application runs before, forms
 * sent as {@code multipart/form-data} arrive empty.
 */
public final class AccountRoutes {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final AccountHttp accounts;
    private final String prefix;

    private AccountRoutes(AccountHttp accounts, String prefix) {
        this.accounts = accounts;
        this.prefix = prefix;
    }

    /**
     * Creates the routes.
     *
     * @param accounts answers the requests
     * @return the routes
     */
    public static AccountRoutes over(AccountHttp accounts) {
        return new AccountRoutes(requireNonNull(accounts, "accounts"), "");
    }

    /**
     * Returns routes for other paths.
     *
     * @param path what stands before {@code /auth/} and {@code /user/} in the paths, such as {@code /api}
     * @return the new routes
     * @throws IllegalArgumentException if the path does not begin with a slash, or ends with one
     */
    public AccountRoutes below(String path) {
        if (!path.startsWith("/") || path.endsWith("/")) {
            throw new IllegalArgumentException("the path must begin with a slash and not end with one: " + path);
        }
        return new AccountRoutes(accounts, path);
    }

    /**
     * Adds the routes to a router. The paths are below the point where the router is mounted.
     *
     * @param router the router of the application
     */
    public void addTo(Router router) {
        router.routeWithRegex(Pattern.quote(prefix) + "/(auth|user)/.*").handler(this::serve);
    }

    /** Answers without the body first: it may never come, and a refusal of the token needs none. */
    private void serve(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (request.isEnded()) {
            // There is no body, or a body handler of the application has read it.
            Buffer body = context.body().buffer();
            answer(context, new ByteArrayInputStream(body == null ? new byte[0] : body.getBytes()));
        } else {
            request.pause();
            answer(context, new RequestBytes.Awaited());
        }
    }

    private void answer(RoutingContext context, InputStream body) {
        context.vertx()
                .executeBlocking(() -> send(context, accounts.handle(call(context, body))), false)
                .onComplete(answer -> {
                    if (answer.cause() instanceof RequestBytes.NeededException) {
                        RequestBytes.collect(
                                context.request(), bytes -> answer(context, new ByteArrayInputStream(bytes)));
                        return;
                    }
                    RequestBytes.drop(context.request());
                    if (answer.failed()) {
                        context.fail(answer.cause());
                    }
                });
    }

    private HttpCall call(RoutingContext context, InputStream body) {
        HttpServerRequest request = context.request();
        SocketAddress client = request.remoteAddress();
        return new HttpCall(request.method().name(), path(context), values(request.headers()))
                .client(client == null ? null : client.hostAddress())
                .json(body, text -> JSON.readValue(text, Object.class));
    }

    private static boolean send(RoutingContext context, HttpReply reply) {
        context.response().setStatusCode(reply.status());
        reply.headers().forEach(context.response()::putHeader);
        context.end(reply.body() == null ? "" : written(reply.body()));
        return true;
    }

    private static String written(Object body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the body of a reply is no JSON", e);
        }
    }

    /** The path below the prefix and the point where the router is mounted, with the query. */
    private String path(RoutingContext context) {
        String mounted = context.mountPoint();
        String above = (mounted == null ? "" : mounted.replaceAll("/+$", "")) + prefix;
        String path = requireNonNullElse(context.request().path(), "/");
        String query = context.request().query();
        String below = path.startsWith(above + "/") ? path.substring(above.length()) : "/";
        return query == null ? below : below + "?" + query;
    }

    private static Map<String, List<String>> values(MultiMap all) {
        return all.names().stream().collect(Collectors.toMap(name -> name, all::getAll));
    }
}
