package dev.accounts.example.javalin;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.accounts.Accounts;
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

    private HttpResponse<String> hello(String authorization) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(baseUrl().resolve("/hello"))
                .header("Authorization", authorization)
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    }

    @Test
    void greets_the_owner_of_a_token() throws Exception {
        String token = ACCOUNTS.service().login("root", FIXTURE_PASSWORD).value();

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
