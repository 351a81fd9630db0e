package dev.accounts.quarkus;

import static java.util.Objects.requireNonNull;

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
import io.vertx.ext.web.handler.BodyHandler;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Serves the HTTP contract at {@code /auth/} and {@code /user/} of a Vert.x router, on worker threads. Thread-safe.
 *
 * <p>A strict JSON mapper of its own reads and writes the bodies. Needs the extensions {@code quarkus-vertx-http} and {@code
 * quarkus-jackson}, which {@code quarkus-rest-jackson} brings.
 */
public final class AccountRoutes {

    private static final Map<Integer, String> DETAILS = Map.of(
            400, "The form is malformed, or a field of it is too large.",
            413, "Request body is too large.");

    /** More than the library reads, so that the library answers bodies that are a little too large. */
    private static final int BODY_LIMIT = 128 * 1024;

    private final AccountHttp accounts;
    private final ObjectMapper json;

    private AccountRoutes(AccountHttp accounts) {
        this.accounts = accounts;
        this.json = JsonMapper.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .build();
    }

    /**
     * Creates the routes.
     *
     * @param accounts answers the requests
     * @return the routes
     */
    public static AccountRoutes over(AccountHttp accounts) {
        return new AccountRoutes(requireNonNull(accounts, "accounts"));
    }

    /**
     * Adds the routes to a router. The paths are below the point where the router is mounted.
     *
     * @param router the router of the application
     */
    public void addTo(Router router) {
        router.routeWithRegex("/(auth|user)/.*")
                .handler(BodyHandler.create(false).setBodyLimit(BODY_LIMIT))
                .blockingHandler(this::answer, false)
                .failureHandler(this::refuse);
    }

    private void answer(RoutingContext context) {
        HttpServerRequest request = context.request();
        SocketAddress client = request.remoteAddress();
        Buffer body = context.body().buffer();
        send(
                context,
                accounts.handle(new HttpCall(request.method().name(), path(context), values(request.headers()))
                        .client(client == null ? null : client.hostAddress())
                        .json(body == null ? null : body.getBytes(), text -> json.readValue(text, Object.class))
                        .multipart(() -> values(request.formAttributes()))));
    }

    /** Vert.x cannot read the body. Quarkus would log that with a stack trace for each request. */
    private void refuse(RoutingContext context) {
        @Nullable String detail = DETAILS.get(context.statusCode());
        if (detail == null) {
            context.next();
            return;
        }
        Map<String, String> headers = Map.of("Content-Type", "application/json", "Cache-Control", "no-store");
        send(context, new HttpReply(context.statusCode(), headers, Map.of("detail", detail)));
    }

    private void send(RoutingContext context, HttpReply reply) {
        context.response().setStatusCode(reply.status());
        reply.headers().forEach(context.response()::putHeader);
        context.end(reply.body() == null ? "" : written(reply.body()));
    }

    private String written(Object body) {
        try {
            return json.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the body of a reply is no JSON", e);
        }
    }

    /** The path below the point where the router is mounted, with the query. */
    private static String path(RoutingContext context) {
        String mounted = context.mountPoint();
        String uri = context.request().uri();
        String prefix = mounted == null ? "" : mounted.replaceAll("/+$", "");
        return uri.startsWith(prefix + "/") ? uri.substring(prefix.length()) : uri;
    }

    private static Map<String, List<String>> values(MultiMap all) {
        return all.names().stream().collect(Collectors.toMap(name -> name, all::getAll));
    }
}
