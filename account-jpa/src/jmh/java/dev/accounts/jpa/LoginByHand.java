package dev.accounts.jpa;

import static dev.accounts.jpa.BenchmarkDatabase.PASSWORD;

import de.mkammerer.argon2.Argon2;
import de.mkammerer.argon2.Argon2Factory;
import de.mkammerer.argon2.Argon2Factory.Argon2Types;
import dev.accounts.model.TokenDigest;
import dev.accounts.spi.TokenSource;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import javax.sql.DataSource;

/** A login as one would write it by hand over the pool: the same statements, the same two transactions, argon2-jvm alone. */
record LoginByHand(DataSource pool) {

    private static final Argon2 ARGON2 = Argon2Factory.create(Argon2Types.ARGON2id);
    private static final TokenSource VALUES = TokenSource.secureRandom();
    private static final int MAX_TOKENS = 100;

    private static final String USER = """
            select id, version, username, username_key, email, email_key, email_verified, pending_email, password_hash,
                is_active, is_staff, is_superuser
            from account_user where username_key = ?""";

    private static final String ATTEMPTS =
            "select attempt_key, attempts, last_at from account_attempt where attempt_key in (?)";

    private static final String RECORD = """
            update account_user set last_login = ?, password_hash = ?, version = version + 1
            where id = ? and is_active = true and password_hash = ?""";

    private static final String INSERT = """
            insert into account_token (digest, user_id, label, created_at, last_used_at, expires_at)
            values (?, ?, ?, ?, ?, ?)""";

    private static final String CAP = """
            delete from account_token where user_id = ? and digest in (
                select digest from (
                    select t.digest from account_token t where t.user_id = ? and t.digest <> ?
                    order by t.created_at desc, t.digest desc limit 2147483647 offset ?) oldest)""";

    /** What the hash is checked against. */
    private record Found(long id, String hash) {}

    static boolean verify(String hash) {
        if (!ARGON2.verify(hash, PASSWORD.getBytes(StandardCharsets.UTF_8))) {
            throw new IllegalStateException("wrong password");
        }
        return true;
    }

    String run(String name) throws SQLException {
        Found found;
        try (Connection connection = pool.getConnection()) {
            found = find(connection, name);
        }
        verify(found.hash());
        String value = VALUES.next();
        try (Connection connection = pool.getConnection()) {
            connection.setAutoCommit(false);
            issue(connection, found, TokenDigest.of(value).bytes());
            connection.commit();
            connection.setAutoCommit(true);
        }
        return value;
    }

    private static Found find(Connection connection, String name) throws SQLException {
        try (PreparedStatement user = connection.prepareStatement(USER);
                PreparedStatement attempts = connection.prepareStatement(ATTEMPTS)) {
            user.setString(1, name);
            attempts.setString(1, TokenDigest.of("name:" + name).hex());
            try (ResultSet row = user.executeQuery();
                    ResultSet counted = attempts.executeQuery()) {
                if (!row.next() || !row.getBoolean(10) || counted.next()) {
                    throw new IllegalStateException("not allowed");
                }
                return new Found(row.getLong(1), row.getString(9));
            }
        }
    }

    private static void issue(Connection connection, Found found, byte[] digest) throws SQLException {
        OffsetDateTime now = OffsetDateTime.now(ZoneOffset.UTC);
        execute(connection, RECORD, now, found.hash(), found.id(), found.hash());
        execute(connection, INSERT, digest, found.id(), "", now, now, now.plusDays(30));
        execute(connection, CAP, found.id(), found.id(), digest, MAX_TOKENS - 1);
    }

    static void execute(Connection connection, String sql, Object... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            set(statement, parameters);
            statement.executeUpdate();
        }
    }

    static void set(PreparedStatement statement, Object... parameters) throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
    }
}
