package dev.accounts.jpa.faults;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;

/** What the service does not tell of accounts, read from the tables at one moment. */
final class Tables {

    private final Map<String, Integer> tokens;
    private final Set<String> mailWaiting;
    private final Set<String> withoutTowns;

    private Tables(Map<String, Integer> tokens, Set<String> mailWaiting, Set<String> withoutTowns) {
        this.tokens = tokens;
        this.mailWaiting = mailWaiting;
        this.withoutTowns = withoutTowns;
    }

    static Tables of(DataSource dataSource) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            return new Tables(
                    numbers(
                            connection,
                            "select u.username, count(t.digest) from account_user u"
                                    + " join account_token t on t.user_id = u.id group by u.username"),
                    numbers(
                                    connection,
                                    "select u.username, count(*) from account_user u"
                                            + " join account_outbox o on o.user_id = u.id"
                                            + " where o.kind = 'RESET_PASSWORD' group by u.username")
                            .keySet(),
                    numbers(
                                    connection,
                                    "select u.username, 0 from account_user u where not exists"
                                            + " (select 1 from account_user_town t where t.user_id = u.id)")
                            .keySet());
        }
    }

    private static Map<String, Integer> numbers(Connection connection, String sql) throws SQLException {
        Map<String, Integer> numbers = new HashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                numbers.put(rows.getString(1), rows.getInt(2));
            }
        }
        return numbers;
    }

    int tokens(String account) {
        return tokens.getOrDefault(account, 0);
    }

    boolean hasMailWaiting(String account) {
        return mailWaiting.contains(account);
    }

    Set<String> usersWithoutTowns() {
        return withoutTowns;
    }
}
