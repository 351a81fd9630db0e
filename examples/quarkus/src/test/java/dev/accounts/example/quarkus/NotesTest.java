package dev.accounts.example.quarkus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.accounts.Accounts;
import dev.accounts.model.InvalidInputException;
import dev.accounts.model.Registration;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The application's own paths and transactions. */
@QuarkusTest
@TestProfile(NotesTest.OwnDatabase.class)
class NotesTest {

    private static final String PASSWORD = "str0ng-Pass-9";
    private static final String TOO_LONG = "x".repeat(300);
    private static final String MISSING = "{\"detail\":\"Authentication credentials were not provided.\"}";

    @Inject
    Accounts accounts;

    @Inject
    NoteResource notes;

    @Inject
    DataSource dataSource;

    @TestHTTPResource("/notes")
    URI url;

    /** The contract needs a database to itself. */
    public static class OwnDatabase implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("quarkus.datasource.jdbc.url", "jdbc:h2:mem:notes;DB_CLOSE_DELAY=-1");
        }
    }

    private void signUp(String username, String text) {
        notes.signUp(new NoteResource.SignUp(username, PASSWORD, text), Requests.from("192.0.2.1"));
    }

    private HttpResponse<String> get(String path, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + path));
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private Map<String, Long> rows() throws SQLException {
        Map<String, Long> rows = new TreeMap<>();
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            ResultSet tables =
                    connection.getMetaData().getTables(null, null, "%", new String[] {"TABLE", "BASE TABLE"});
            while (tables.next()) {
                String table = tables.getString("TABLE_NAME");
                if (table.toLowerCase(Locale.ROOT).matches("account_.*|note")) {
                    ResultSet count = statement.executeQuery("select count(*) from " + table);
                    count.next();
                    rows.put(table, count.getLong(1));
                }
            }
        }
        return rows;
    }

    private static void assertReply(int status, String body, HttpResponse<String> reply) {
        assertEquals(body, reply.body());
        assertEquals(status, reply.statusCode());
        assertEquals(
                status == 401 ? "Token" : "",
                reply.headers().firstValue("WWW-Authenticate").orElse(""));
    }

    @Test
    void rolls_the_account_back_with_the_note() throws Exception {
        Map<String, Long> before = rows();
        assertEquals(21, before.size());
        for (int i = 0; i < 100; i++) {
            String username = "failing" + i;
            Runnable failing = () -> {
                signUp(username, "short");
                throw new IllegalStateException();
            };
            assertThrows(
                    IllegalStateException.class,
                    () -> QuarkusTransaction.requiringNew().run(failing));
        }
        assertThrows(RuntimeException.class, () -> signUp("failing0", TOO_LONG));
        assertEquals(before, rows());
        signUp("failing1", "short");
        assertNotEquals(before, rows());
    }

    @Test
    void goes_on_after_a_refusal() {
        accounts.service().register(Registration.of("taken", PASSWORD));
        QuarkusTransaction.requiringNew().run(() -> {
            assertThrows(
                    InvalidInputException.class, () -> accounts.service().register(Registration.of("taken", PASSWORD)));
            signUp("nottaken", "short");
        });
        assertEquals(true, accounts.service().isRegistered("nottaken"));
    }

    @Test
    void answers_callers_as_the_library_does() throws Exception {
        signUp("ana", "first");
        String token = accounts.service().login("ana", PASSWORD).value();
        String[] header = {"Authorization", "Token " + token};
        assertReply(200, "[\"first\"]", get("", header));
        assertReply(401, MISSING, get(""));
        assertReply(401, MISSING, get("/all"));
        assertReply(401, "{\"detail\":\"Invalid token.\"}", get("", "Authorization", "Token dead"));
        String denied = "{\"detail\":\"You do not have permission to perform this action.\"}";
        assertReply(403, denied, get("/all", header));
        permitToReadAll(token);
        assertEquals(200, get("/all", header).statusCode());
        header[1] = "Token " + accounts.service().login("rootana", PASSWORD).value();
        assertEquals(200, get("/all", header).statusCode(), "a superuser has every role");
    }

    private void permitToReadAll(String token) {
        long root = accounts.service()
                .register(Registration.of("rootana", PASSWORD))
                .id();
        accounts.maintenance().appointSuperuser(root);
        long permission = accounts.administration()
                .roles()
                .ensurePermission(root, "notes.read_all")
                .id();
        accounts.administration()
                .setPermissions(root, accounts.service().me(token).id(), List.of(permission));
    }

    @ParameterizedTest
    @ValueSource(strings = {"auth/", "own/auth/", "read/auth/", "outer/inner/auth/"})
    void serves_below_other_paths(String path) throws Exception {
        HttpResponse<String> reply = send(HttpRequest.newBuilder(url.resolve(path + "users/activation/"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("uid=1&token=" + "a".repeat(40))));
        assertReply(400, "{\"token\":[\"Invalid token for given user.\"]}", reply);
    }

    @Test
    void leaves_other_schemes_to_other_mechanisms() throws Exception {
        for (String header : List.of("Bearer a.b.c", "Tokens 1", "Basic YTpi")) {
            assertReply(401, MISSING, get("", "Authorization", header));
        }
    }

    @Test
    void is_unavailable_without_its_tables() throws Exception {
        execute("alter table account_token rename to account_token_gone");
        try {
            HttpResponse<String> reply = get("", "Authorization", "Token 8695ed7105fd5480a84a9ea91fbbb9acd10c47ef");
            assertReply(503, "{\"detail\":\"Temporarily unavailable. Nothing was changed.\"}", reply);
        } finally {
            execute("alter table account_token_gone rename to account_token");
        }
    }
}
