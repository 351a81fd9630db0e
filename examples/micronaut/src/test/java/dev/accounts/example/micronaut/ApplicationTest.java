package dev.accounts.example.micronaut;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.accounts.Accounts;
import dev.accounts.jpa.JpaAccountStores;
import dev.accounts.testkit.contract.http.AccountHttpContract;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Property;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@MicronautTest(transactional = false)
@Property(name = "datasources.default.url", value = "jdbc:h2:mem:contract")
@TestInstance(Lifecycle.PER_CLASS)
class ApplicationTest extends AccountHttpContract {

    private static final String PART = "--XbX\r\nContent-Disposition: form-data; name=\"username\"\r\n\r\n";

    @Inject
    EmbeddedServer server;

    @Inject
    Accounts accounts;

    /** All requests of the contract come from one address. */
    @Factory
    static class Limits {

        @Singleton
        @Replaces(bean = Accounts.class, factory = AccountFactory.class)
        Accounts withoutSourceLimits(JpaAccountStores stores) {
            return Accounts.builder(stores).withoutSourceLimits().build();
        }
    }

    @BeforeAll
    void create() {
        createFixtures(accounts);
    }

    @Override
    protected URI baseUrl() {
        return server.getURI();
    }

    private HttpResponse<String> hello(String authorization) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(baseUrl().resolve("/hello"))
                .header("Authorization", authorization)
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    }

    @Test
    void greets_the_owner_of_a_token() throws Exception {
        String token = accounts.service().login("root", FIXTURE_PASSWORD).value();

        assertEquals("Hello, root", hello("Token " + token).body());
    }

    @Test
    void refuses_an_unknown_token() throws Exception {
        HttpResponse<String> reply = hello("Token " + "0".repeat(40));

        assertEquals(401, reply.statusCode());
        assertEquals(Optional.of("Token"), reply.headers().firstValue("WWW-Authenticate"));
        assertEquals("{\"detail\":\"Invalid token.\"}", reply.body());
    }

    private HttpResponse<String> register(BodyPublisher multipart) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(baseUrl().resolve("/auth/users/"))
                .header("Content-Type", "multipart/form-data; boundary=XbX")
                .POST(multipart)
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    }

    @Test
    void refuses_a_malformed_multipart_form() throws Exception {
        HttpResponse<String> reply = register(BodyPublishers.ofString(PART + "ana"));

        assertEquals(400, reply.statusCode());
        assertEquals("{\"detail\":\"The form is malformed.\"}", reply.body());
    }

    @ParameterizedTest
    @ValueSource(ints = {64, 5_000})
    void refuses_a_multipart_form_above_64_kib(int kib) throws Exception {
        byte[] form = (PART + "x".repeat(kib * 1024) + "\r\n--XbX--\r\n").getBytes(UTF_8);

        assertEquals(413, register(BodyPublishers.ofByteArray(form)).statusCode());
        BodyPublisher withoutLength = BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(form));
        assertEquals(413, register(withoutLength).statusCode());
    }
}
