package dev.accounts.example.javalin;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.accounts.Accounts;
import dev.accounts.model.Registration;
import dev.accounts.testkit.contract.http.AccountHttpContract;
import dev.accounts.testkit.memory.InMemoryAccountStores;
import io.javalin.Javalin;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class MainTest extends AccountHttpContract {

    private static final Accounts ACCOUNTS =
            Accounts.builder(new InMemoryAccountStores()).withoutSourceLimits().build();
    private static Javalin javalin;

    @BeforeAll
    static void start() {
        createFixtures(ACCOUNTS);
        javalin = Main.started(0, ACCOUNTS);
    }

    @AfterAll
    static void stop() {
        javalin.stop();
    }

    @Override
    protected URI baseUrl() {
        return URI.create("http://localhost:" + javalin.port());
    }

    private HttpResponse<String> orders(String token) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(baseUrl().resolve("/orders"))
                .header("Authorization", "Token " + token)
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    }

    @Test
    void shows_orders_to_a_caller_with_the_permission() throws Exception {
        String token = ACCOUNTS.service().login("root", FIXTURE_PASSWORD).value();

        assertEquals("No orders yet, root", orders(token).body());
    }

    @Test
    void refuses_a_caller_without_the_permission() throws Exception {
        ACCOUNTS.service().register(Registration.of("plain", FIXTURE_PASSWORD));
        HttpResponse<String> reply =
                orders(ACCOUNTS.service().login("plain", FIXTURE_PASSWORD).value());

        assertEquals(403, reply.statusCode());
        assertEquals("{\"detail\":\"You do not have permission to perform this action.\"}", reply.body());
    }

    @Test
    void refuses_an_unknown_token() throws Exception {
        HttpResponse<String> reply = orders("0".repeat(40));

        assertEquals(401, reply.statusCode());
        assertEquals(Optional.of("Token"), reply.headers().firstValue("WWW-Authenticate"));
        assertEquals("{\"detail\":\"Invalid token.\"}", reply.body());
    }
}
