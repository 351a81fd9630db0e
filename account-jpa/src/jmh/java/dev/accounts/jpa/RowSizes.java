package dev.accounts.jpa;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;

/** Prints how many bytes a row takes on PostgreSQL, with its indexes, for the rows of accounts and those that a client without an account can cause. */
public final class RowSizes {

    private static final int ROWS = 100_000;
    private static final String BYTES = "substring(sha256(convert_to('%s' || i, 'UTF8')) for 16)";
    private static final String DIGEST = "encode(" + BYTES + ", 'hex')";

    private RowSizes() {}

    public static void main(String[] args) throws SQLException {
        System.out.println("| Table | Bytes a row |");
        System.out.println("|---|---|");
        try (Connection connection = BenchmarkDatabase.SHARED.pool().getConnection();
                Statement statement = connection.createStatement()) {
            for (Map.Entry<String, String> table : rows().entrySet()) {
                long before = size(statement, table.getKey());
                statement.executeUpdate("insert into " + table.getKey() + " " + table.getValue()
                        + " from generate_series(1000001, " + (1_000_000 + ROWS) + ") i");
                System.out.printf("| `%s` | %d |%n", table.getKey(), (size(statement, table.getKey()) - before) / ROWS);
            }
        }
        // The server and the pool leave threads behind.
        System.exit(0);
    }

    private static Map<String, String> rows() {
        Map<String, String> rows = new LinkedHashMap<>();
        rows.put(
                "account_user",
                "(username, username_key, email, email_key, password_hash, date_joined, insertion_id) select 'stranger' || i,"
                        + " 'stranger' || i, 'stranger' || i || '@example.org', 'stranger' || i || '@example.org',"
                        + " repeat('h', 97), now(), gen_random_uuid()::varchar");
        rows.put(
                "account_token",
                "(user_id, created_at, last_used_at, expires_at, digest, label) select 1 + i % 1000, now() + i * interval '1 s',"
                        + " now() + i * interval '1 s', now() + i * interval '1 s', "
                        + BYTES.formatted("token") + ", ''");
        rows.put(
                "account_attempt",
                "(attempt_key, attempts, last_at, insertion_id) select " + DIGEST.formatted("attempt")
                        + ", 1, now(), gen_random_uuid()::varchar");
        rows.put(
                "account_outbox",
                "(user_id, kind, address, created_at, due_at) select null, 'RESET_PASSWORD', '', now(), now()");
        rows.put(
                "account_audit",
                "(happened_at, event, source, detail, count_key) select now(), 'login_refused', '192.0.2.7',"
                        + " 'unknown_user', " + DIGEST.formatted("audit"));
        return rows;
    }

    private static long size(Statement statement, String table) throws SQLException {
        try (ResultSet result = statement.executeQuery("select pg_total_relation_size('" + table + "')")) {
            result.next();
            return result.getLong(1);
        }
    }
}
