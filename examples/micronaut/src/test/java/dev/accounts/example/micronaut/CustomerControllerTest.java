package dev.accounts.example.micronaut;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.micronaut.context.annotation.Property;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.hibernate.Session;
import org.junit.jupiter.api.Test;

@MicronautTest(transactional = false)
@Property(name = "datasources.default.url", value = "jdbc:h2:mem:customers")
class CustomerControllerTest {

    /** The one row of account_guard is part of the schema. */
    private static final String TABLES = "select table_name from information_schema.tables"
            + " where table_schema = 'PUBLIC' and table_name <> 'ACCOUNT_GUARD'";

    @Inject
    EmbeddedServer server;

    @Inject
    TransactionOperations<Session> transactions;

    @Inject
    CustomerController controller;

    @Test
    void stores_both_rows_or_none() throws Exception {
        for (int i = 0; i < 100; i++) {
            String name = "user" + i;
            assertThrows(PersistenceException.class, () -> controller.register(name, "k12345678", "a".repeat(21)));
        }
        assertEquals(Set.of(0L), Set.copyOf(rows().values()));

        assertEquals(
                "Welcome, kust2",
                post("{\"username\":\"kust2\",\"password\":\"k12345678\",\"city\":\"Perm\"}")
                        .body());
        Map<String, Long> after = rows();
        assertEquals(1L, after.get("ACCOUNT_USER"));
        assertEquals(1L, after.get("CUSTOMER"));
        assertEquals(
                400,
                post("{\"username\":\"kust2\",\"password\":\"k12345678\",\"city\":\"Perm\"}")
                        .statusCode());
        assertEquals(after, rows());
    }

    private Map<String, Long> rows() {
        return transactions.executeRead(status -> {
            Session session = status.getConnection();
            Map<String, Long> rows = new TreeMap<>();
            for (String table : session.createNativeQuery(TABLES, String.class).list()) {
                rows.put(
                        table,
                        session.createNativeQuery("select count(*) from " + table, Long.class)
                                .uniqueResult());
            }
            return rows;
        });
    }

    private HttpResponse<String> post(String json) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(server.getURI().resolve("/customers"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json))
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    }
}
