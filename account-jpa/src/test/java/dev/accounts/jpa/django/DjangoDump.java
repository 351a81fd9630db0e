package dev.accounts.jpa.django;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.FieldNamingPolicy;
import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.accounts.jpa.database.PostgresServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;

/** The recorded Django database, restored on the PostgreSQL server of the tests, and what is known of its users. */
public final class DjangoDump {

    private static final List<String> SUPPORTED =
            List.of("pbkdf2_sha256", "pbkdf2_sha1", "argon2", "bcrypt_sha256", "bcrypt", "scrypt");

    private DjangoDump() {}

    /** Restored once for all tests of a run. */
    private static final class Running {
        static final DataSource RESTORED = restore();
    }

    /** A user of users.json; {@code encoded} is the stored hash. */
    public record DumpedUser(
            long id,
            String username,
            String password,
            String algorithm,
            String encoded,
            String email,
            boolean isActive,
            boolean isStaff,
            boolean isSuperuser,
            String token,
            List<Long> towns,
            int daysCount) {

        boolean canLogIn() {
            return isActive && SUPPORTED.contains(algorithm);
        }
    }

    static List<DumpedUser> users() {
        Gson gson = new GsonBuilder()
                .setFieldNamingPolicy(FieldNamingPolicy.LOWER_CASE_WITH_UNDERSCORES)
                .create();
        return List.of(gson.fromJson(resource("django/users.json"), DumpedUser[].class));
    }

    public static DumpedUser user(long id) {
        return users().stream().filter(user -> user.id() == id).findFirst().orElseThrow();
    }

    /** A user who can log in, and whose hash is verified in a millisecond; most others have 260,000 rounds of PBKDF2. */
    public static DumpedUser userWithCheapHash() {
        return user(32);
    }

    /** The recorded database; only to be read. */
    public static DataSource database() {
        return Running.RESTORED;
    }

    /** An empty database on that server. */
    static HikariDataSource emptyDatabase() {
        try {
            HikariConfig config = new HikariConfig();
            config.setJdbcUrl(PostgresServer.shared().newDatabase());
            config.setMaximumPoolSize(2);
            config.setMinimumIdle(1);
            return new HikariDataSource(config);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static DataSource restore() {
        HikariDataSource database = emptyDatabase();
        // The dump leaves its connection without a search path. Lines with a backslash are for psql.
        try (Connection connection = DriverManager.getConnection(database.getJdbcUrl());
                Statement statement = connection.createStatement()) {
            statement.execute(resource("django/dump.sql").replaceAll("(?m)^\\\\.*$", ""));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return database;
    }

    private static String resource(String path) {
        try (InputStream in = DjangoDump.class.getClassLoader().getResourceAsStream(path)) {
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
