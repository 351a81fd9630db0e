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
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Serves the HTTP contract at {@code /auth/} and {@code /user/} of a Vert.x router, on worker threads. Thread-safe.
 *
 * <p>A strict JSON mapper of its own reads and writes the bodies. Needs the extensions {@code quarkus-vertx-http} and {@code
 * quarkus-jackson}, which {@code quarkus-rest-jackson} brings. Where a body handler of the application runs before, forms sent as
 * {@code multipart/form-data} arrive empty.
 */
public final class AccountRoutes {

    private static final String BODY = AccountRoutes.class.getName();

    /** The largest body that the library reads. */
    private static final int MAX_BYTES = 64 * 1024;

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
        router.routeWithRegex("/(auth|user)/.*").handler(AccountRoutes::collect).blockingHandler(this::answer, false);
    }

    /** Collects the body. Vert.x would parse forms by its own rules. What follows the first byte too many is dropped. */
    private static void collect(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (request.isEnded()) {
            pass(context, context.body().buffer());
            return;
        }
        Buffer body = Buffer.buffer();
        request.endHandler(end -> pass(context, body));
        request.handler(piece -> {
            body.appendBuffer(piece);
            if (body.length() > MAX_BYTES) {
                request.endHandler(null).handler(rest -> {});
                pass(context, body);
            }
        });
    }

    private static void pass(RoutingContext context, @Nullable Buffer body) {
        context.put(BODY, body == null ? new byte[0] : body.getBytes()).next();
    }

    private void answer(RoutingContext context) {
        HttpServerRequest request = context.request();
        SocketAddress client = request.remoteAddress();
        HttpReply reply =
                accounts.handle(new HttpCall(request.method().name(), path(context), values(request.headers()))
                        .client(client == null ? null : client.hostAddress())
                        .json(context.<byte[]>get(BODY), text -> json.readValue(text, Object.class)));
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
