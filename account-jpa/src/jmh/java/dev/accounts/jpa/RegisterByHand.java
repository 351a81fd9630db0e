package dev.accounts.jpa;

import static dev.accounts.jpa.BenchmarkDatabase.PASSWORD;

import de.mkammerer.argon2.Argon2;
import de.mkammerer.argon2.Argon2Factory;
import de.mkammerer.argon2.Argon2Factory.Argon2Types;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import javax.sql.DataSource;

/**
 * A registration as one would write it by hand for PostgreSQL alone: a look at what is taken, the hash, and one transaction of two
 * insertions, which leaves the rest to the constraints.
 */
record RegisterByHand(DataSource pool) {

    private static final Argon2 ARGON2 = Argon2Factory.create(Argon2Types.ARGON2id);

    private static final String TAKEN = """
            select 1 from account_user where username_key = ? union all select 2 from account_user where email_key = ?
            union all select 3 from account_town where id in (?, ?, ?)""";

    private static final String INSERT = """
            insert into account_user (username, username_key, email, email_key, password_hash, first_name, last_name,
                is_active, is_staff, is_superuser, date_joined, days_count)
            values (?, ?, ?, ?, ?, '', '', true, false, false, ?, 1) returning id""";

    private static final String INSERT_TOWNS =
            "insert into account_user_town (user_id, town_id) values (?, ?), (?, ?), (?, ?)";

    static String hash() {
        return ARGON2.hash(
                LoginUsers.PASSES, LoginUsers.MEMORY_KIB, LoginUsers.LANES, PASSWORD.getBytes(StandardCharsets.UTF_8));
    }

    long run(String name, String email, List<Long> towns) throws SQLException {
        try (Connection connection = pool.getConnection()) {
            checkFree(connection, name, email, towns);
        }
        String hash = hash();
        try (Connection connection = pool.getConnection()) {
            connection.setAutoCommit(false);
            long id = insert(connection, name, email, hash);
            LoginByHand.execute(connection, INSERT_TOWNS, id, towns.get(0), id, towns.get(1), id, towns.get(2));
            connection.commit();
            connection.setAutoCommit(true);
            return id;
        }
    }

    private static void checkFree(Connection connection, String name, String email, List<Long> towns)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(TAKEN)) {
            LoginByHand.set(statement, name, email, towns.get(0), towns.get(1), towns.get(2));
            int known = 0;
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    known += row.getInt(1) == 3 ? 1 : 10;
                }
            }
            if (known != towns.size()) {
                throw new IllegalStateException("taken, or an unknown town");
            }
        }
    }

    private static long insert(Connection connection, String name, String email, String hash) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
            LoginByHand.set(statement, name, name, email, email, hash, OffsetDateTime.now(ZoneOffset.UTC));
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }
}
