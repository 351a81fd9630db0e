package dev.accounts.jpa;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.accounts.jpa.BenchmarkDatabase.Member;
import dev.accounts.model.Identity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import org.springframework.security.oauth2.core.OAuth2AuthenticatedPrincipal;
import org.springframework.security.oauth2.server.resource.introspection.OpaqueTokenIntrospector;
import org.springframework.security.oauth2.server.resource.introspection.SpringOpaqueTokenIntrospector;

/**
 * Spring Security's introspection of opaque tokens (RFC 7662) as Spring Boot 4.1 builds it. The endpoint is the best that it can
 * ask: the JDK's server in the same JVM, over loopback and connections that stay open. It answers from a map, without a database,
 * and checks no password of its client. Tomcat as the endpoint took more processor time, and so did the successor of this
 * introspector, {@code RestClientOpaqueTokenIntrospector}.
 */
final class Introspection {

    private static final byte[] UNKNOWN = "{\"active\":false}".getBytes(UTF_8);

    /** Last of the constants, which it uses. */
    static final Introspection SHARED = new Introspection(BenchmarkDatabase.SHARED);

    private final List<String> tokens;
    private final Map<String, byte[]> answers;
    private final OpaqueTokenIntrospector introspector;

    /** Spring Boot builds the deprecated one. */
    @SuppressWarnings("deprecation")
    private Introspection(BenchmarkDatabase database) {
        tokens = database.members().stream().map(Member::token).toList();
        answers = tokens.stream()
                .collect(Collectors.toMap(
                        token -> "token=" + token,
                        token -> answer(database.accounts().me(token))));
        introspector = SpringOpaqueTokenIntrospector.withIntrospectionUri("http://127.0.0.1:" + start() + "/introspect")
                .clientId("benchmark")
                .clientSecret("secret")
                .build();
    }

    /** Returns the port of the endpoint. */
    private int start() {
        // Otherwise the server waits up to 40 ms before it sends a body after a head.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.setExecutor(Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors()));
            server.createContext("/introspect", this::answer);
            server.start();
            return server.getAddress().getPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        String form = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        byte[] answer = answers.getOrDefault(form, UNKNOWN);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }

    private static byte[] answer(Identity member) {
        return """
                {"active":true,"token_type":"Bearer","client_id":"benchmark","sub":"%d","username":"%s","email":"%s","exp":%d}""".formatted(
                        member.id(),
                        member.username(),
                        member.email(),
                        Instant.now().plus(Duration.ofDays(1)).getEpochSecond())
                .getBytes(UTF_8);
    }

    OAuth2AuthenticatedPrincipal anyPrincipal() {
        return introspector.introspect(tokens.get(ThreadLocalRandom.current().nextInt(tokens.size())));
    }
}
