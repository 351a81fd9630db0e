package dev.accounts.testkit;

import static java.util.Objects.requireNonNull;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.Strictness;
import com.google.gson.ToNumberPolicy;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.accounts.http.AccountHttp;
import dev.accounts.http.HttpCall;
import dev.accounts.http.HttpReply;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/**
 * Serves the HTTP contract on the JDK's own server, on a free port of the loopback interface, for a client under test.
 * Thread-safe. Not for production.
 */
public final class AccountHttpServer implements AutoCloseable {

    private static final Gson GSON = new GsonBuilder()
            .setStrictness(Strictness.STRICT)
            .setObjectToNumberStrategy(ToNumberPolicy.BIG_DECIMAL)
            .serializeNulls()
            .create();

    private final AccountHttp accounts;
    private final HttpServer server;

    private AccountHttpServer(AccountHttp accounts, HttpServer server) {
        this.accounts = accounts;
        this.server = server;
    }

    /**
     * Starts a server.
     *
     * @param accounts what answers the requests
     * @return the running server; close it when the test ends
     * @throws IOException if there is no free port
     */
    public static AccountHttpServer start(AccountHttp accounts) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        AccountHttpServer started = new AccountHttpServer(requireNonNull(accounts, "accounts"), server);
        server.createContext("/", started::handle);
        server.start();
        return started;
    }

    /**
     * Returns the address of the server.
     *
     * @return a URL without a path
     */
    public URI baseUrl() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    private void handle(HttpExchange exchange) throws IOException {
        HttpCall call = new HttpCall(
                        exchange.getRequestMethod(), path(exchange.getRequestURI()), exchange.getRequestHeaders())
                .client(exchange.getRemoteAddress().getAddress().getHostAddress());
        HttpReply reply =
                accounts.handle(call.json(exchange.getRequestBody(), text -> GSON.fromJson(text, Object.class)));
        reply.headers().forEach(exchange.getResponseHeaders()::set);
        byte[] body =
                reply.body() == null ? new byte[0] : GSON.toJson(reply.body()).getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static String path(URI uri) {
        return uri.getRawQuery() == null ? uri.getRawPath() : uri.getRawPath() + "?" + uri.getRawQuery();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
