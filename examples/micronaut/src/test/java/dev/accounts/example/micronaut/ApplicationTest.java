package dev.accounts.example.micronaut;

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
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

@MicronautTest(transactional = false)
@Property(name = "datasources.default.url", value = "jdbc:h2:mem:contract")
@TestInstance(Lifecycle.PER_CLASS)
class ApplicationTest extends AccountHttpContract {

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
}
