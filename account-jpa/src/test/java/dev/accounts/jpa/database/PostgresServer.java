package dev.accounts.jpa.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** A PostgreSQL server from the artifacts of the build, started once in a JVM. */
public final class PostgresServer implements TestServer {

    private final AtomicInteger databases = new AtomicInteger();
    private final EmbeddedPostgres server;

    private PostgresServer() {
        try {
            server = EmbeddedPostgres.builder()
                    .setServerConfig("max_connections", "300")
                    .setServerConfig("shared_buffers", System.getProperty("accounts.postgresql.buffers", "128MB"))
                    // No data outlives the server, so that nothing has to reach the disk.
                    .setServerConfig("fsync", "off")
                    .setServerConfig("full_page_writes", "off")
                    .setPGStartupWait(Duration.ofMinutes(2))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Running {
        static final PostgresServer SERVER = new PostgresServer();
    }

    /** The server of all tests of this JVM. */
    public static PostgresServer shared() {
        return Running.SERVER;
    }

    @Override
    public String newDatabase() throws SQLException {
        String name = "accounts_" + databases.incrementAndGet();
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
        }
        return server.getJdbcUrl("postgres", name);
    }
}
