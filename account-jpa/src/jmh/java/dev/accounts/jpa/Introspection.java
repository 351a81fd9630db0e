package dev.accounts.jpa;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.function.Function.identity;

import dev.accounts.model.Identity;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import org.springframework.security.oauth2.core.OAuth2AuthenticatedPrincipal;
import org.springframework.security.oauth2.server.resource.introspection.OpaqueTokenIntrospector;
import org.springframework.security.oauth2.server.resource.introspection.SpringOpaqueTokenIntrospector;

/**
 * Spring Security's introspection of opaque tokens (RFC 7662), with its defaults. The endpoint is the best that it can ask: in
 * the same JVM, over loopback and connections that stay open, and it answers from a map, without a database, a client's password
 * or a signature to check.
 */
final class Introspection {

    private static final byte[] UNKNOWN = "{\"active\":false}".getBytes(UTF_8);

    /** Last of the constants, which it uses. */
    static final Introspection SHARED = new Introspection(BenchmarkDatabase.SHARED);

    private final List<String> tokens;
    private final OpaqueTokenIntrospector introspector;

    private Introspection(BenchmarkDatabase database) {
        tokens =
                database.members().stream().map(BenchmarkDatabase.Member::token).toList();
        Map<String, byte[]> answers = tokens.stream()
                .collect(Collectors.toMap(
                        identity(), token -> answer(database.accounts().me(token))));
        int port = LocalTomcat.start(context ->
                context.addServlet("introspection", new Endpoint(answers)).addMapping("/introspect"));
        introspector = SpringOpaqueTokenIntrospector.withIntrospectionUri("http://127.0.0.1:" + port + "/introspect")
                .clientId("benchmark")
                .clientSecret("secret")
                .build();
    }

    private static byte[] answer(Identity member) {
        return """
                {"active":true,"token_type":"Bearer","client_id":"benchmark","sub":"%d","username":"%s","email":"%s","exp":%d}""".formatted(
                        member.id(),
                        member.username(),
                        member.email(),
                        Instant.now().plus(1, ChronoUnit.DAYS).getEpochSecond())
                .getBytes(UTF_8);
    }

    OAuth2AuthenticatedPrincipal anyPrincipal() {
        return introspector.introspect(tokens.get(ThreadLocalRandom.current().nextInt(tokens.size())));
    }

    /** Knows all tokens by heart. */
    private static final class Endpoint extends HttpServlet {

        private static final long serialVersionUID = 1L;

        private final transient Map<String, byte[]> answers;

        Endpoint(Map<String, byte[]> answers) {
            this.answers = answers;
        }

        @Override
        protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
            byte[] answer = answers.getOrDefault(request.getParameter("token"), UNKNOWN);
            response.setContentType("application/json");
            response.setContentLength(answer.length);
            response.getOutputStream().write(answer);
        }
    }
}
