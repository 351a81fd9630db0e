package dev.accounts.jpa.faults;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** PostgreSQL from the artifacts of the build, with every commit on the disk before it is answered. */
public final class PostgresProcess extends KillableServer {

    private static final String DATA = "postgresql-data";
    private static final String CONNECTIONS = "100";

    private final String program;
    private final List<String> settings;

    private PostgresProcess(Path folder, String program, List<String> settings) {
        super(folder.resolve(DATA), folder.resolve("postgresql.log"));
        this.program = program;
        this.settings = settings;
    }

    /** Unpacks a server and makes its data folder; further settings are in the form that {@code -c} takes. */
    public static PostgresProcess in(Path folder, String... settings) throws IOException {
        Path data = folder.resolve(DATA);
        Files.createDirectories(folder);
        try (EmbeddedPostgres unpacked = EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                // The data remember it, and a replica refuses to have fewer.
                .setServerConfig("max_connections", CONNECTIONS)
                .setPGStartupWait(Duration.ofMinutes(2))
                .start()) {
            String pid = Files.readAllLines(data.resolve("postmaster.pid")).get(0);
            String program = ProcessHandle.of(Long.parseLong(pid))
                    .flatMap(handle -> handle.info().command())
                    .orElseThrow(() -> new IOException("no process " + pid + " of " + unpacked));
            return new PostgresProcess(folder, program, List.of(settings));
        }
    }

    /** Makes a replica of a server that was never started: a copy of its data, to which the replica adds what it receives. */
    public PostgresProcess replica(Path folder, String name) throws IOException {
        Files.createDirectories(folder);
        PostgresProcess replica = new PostgresProcess(folder, program, List.of());
        Shell.run("cp", "-a", data().toString(), replica.data().toString());
        Files.createFile(replica.data().resolve("standby.signal"));
        Files.writeString(
                replica.data().resolve("postgresql.auto.conf"),
                "primary_conninfo = 'host=127.0.0.1 port=" + port() + " user=postgres application_name=" + name
                        + "'\n");
        return replica;
    }

    @Override
    String product() {
        return "PostgreSQL";
    }

    @Override
    List<String> command(Path folder, int onPort) {
        // PostgreSQL refuses root.
        List<String> command = new ArrayList<>(Shell.notAsRoot());
        command.addAll(List.of(program, "-D", folder.toString(), "-p", Integer.toString(onPort)));
        List<String> all = new ArrayList<>(List.of(
                "fsync=on",
                "synchronous_commit=on",
                "full_page_writes=on",
                "listen_addresses=127.0.0.1",
                "unix_socket_directories=",
                "deadlock_timeout=100ms",
                "max_connections=" + CONNECTIONS));
        all.addAll(settings);
        all.forEach(setting -> command.addAll(List.of("-c", setting)));
        return command;
    }

    @Override
    Map<String, String> environment() {
        return Map.of();
    }

    @Override
    String url(int byPort) {
        return "jdbc:postgresql://127.0.0.1:" + byPort + "/postgres?user=postgres";
    }

    @Override
    String statementTimeout() {
        return "&options=-c%20statement_timeout=300";
    }

    @Override
    String lockTimeout() {
        return "&options=-c%20lock_timeout=300";
    }

    @Override
    String connectionCount() {
        return "select count(*) from pg_stat_activity where backend_type = 'client backend'";
    }

    @Override
    String deadlockCount() {
        return "select deadlocks from pg_stat_database where datname = 'postgres'";
    }

    @Override
    void cutAll(Connection by) throws SQLException {
        try (Statement statement = by.createStatement()) {
            statement.execute("select pg_terminate_backend(pid) from pg_stat_activity"
                    + " where backend_type = 'client backend' and pid <> pg_backend_pid()");
        }
    }
}
