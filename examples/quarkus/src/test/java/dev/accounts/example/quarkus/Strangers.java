package dev.accounts.example.quarkus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.accounts.Accounts;
import dev.accounts.model.Registration;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Strangers' requests, none of which puts an error into the log. A policy of Quarkus guards a path of the application. */
abstract class Strangers {

    static final String DEAD = "Authorization: Token 8695ed7105fd5480a84a9ea91fbbb9acd10c47ef";
    static final String JSON = "Content-Type: application/json";

    private final ErrorLog log = ErrorLog.open();

    @TestHTTPResource
    URI url;

    @Inject
    Accounts accounts;

    public static class Guarded implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "quarkus.datasource.jdbc.url", "jdbc:h2:mem:strangers;DB_CLOSE_DELAY=-1",
                    "quarkus.http.idle-timeout", "2S",
                    "quarkus.http.auth.permission.notes.paths", "/notes/all",
                    "quarkus.http.auth.permission.notes.policy", "authenticated");
        }
    }

    @BeforeEach
    void register() {
        if (!accounts.service().isRegistered("ana")) {
            accounts.service().register(Registration.of("ana", "str0ng-Pass-9"));
        }
    }

    @AfterEach
    void finds_no_error_in_the_log() throws InterruptedException {
        // What the server logs after the client hung up comes later.
        Thread.sleep(300);
        log.close();
        assertEquals(List.of(), log.errors());
    }

    /** Quarkus logs them, also on paths that are not of the library. */
    void expectErrors(int number) {
        assertEquals(number, log.errors().size());
        log.errors().clear();
    }

    String token() {
        return "Authorization: Token "
                + accounts.service().login("ana", "str0ng-Pass-9").value();
    }

    String send(String request, String... lines) throws IOException {
        String[] start = {request + " HTTP/1.1", "Host: localhost", "Connection: close"};
        return Requests.send(url, Requests.concat(start, lines));
    }

    Socket open(String request, String... lines) throws IOException {
        return Requests.open(url, Requests.concat(new String[] {request + " HTTP/1.1", "Host: localhost"}, lines));
    }

    static void assertReply(int status, String detail, String reply) {
        assertTrue(reply.startsWith("HTTP/1.1 " + status + " "), reply);
        assertTrue(reply.endsWith("\r\n\r\n{\"detail\":\"" + detail + "\"}"), reply);
        assertEquals(status == 401, reply.contains("\r\nWWW-Authenticate: Token\r\n"), reply);
    }
}
