package dev.accounts.jpa.faults;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** PostgreSQL from the artifacts of the build, with every commit on the disk before it is answered. */
final class PostgresProcess extends KillableServer {

    private final String program;

    private PostgresProcess(Path data, Path log, String program) {
        super(data, log);
        this.program = program;
    }

    /** Unpacks a server and makes its data folder. */
    static PostgresProcess in(Path folder) throws IOException {
        Path data = folder.resolve("postgresql-data");
        Files.createDirectories(folder);
        try (EmbeddedPostgres unpacked = EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .start()) {
            String pid = Files.readAllLines(data.resolve("postmaster.pid")).get(0);
            String program = ProcessHandle.of(Long.parseLong(pid))
                    .flatMap(handle -> handle.info().command())
                    .orElseThrow(() -> new IOException("no process " + pid + " of " + unpacked));
            return new PostgresProcess(data, folder.resolve("postgresql.log"), program);
        }
    }

    @Override
    String product() {
        return "PostgreSQL";
    }

    @Override
    List<String> command(Path folder, int onPort) {
        List<String> command = new ArrayList<>();
        if (System.getProperty("user.name").equals("root")) {
            // PostgreSQL refuses root; in a namespace of its own it does not see that it is.
            command.addAll(List.of("unshare", "-U"));
        }
        command.addAll(List.of(program, "-D", folder.toString(), "-p", Integer.toString(onPort)));
        for (String setting : List.of(
                "fsync=on",
                "synchronous_commit=on",
                "full_page_writes=on",
                "listen_addresses=127.0.0.1",
                "unix_socket_directories=",
                "deadlock_timeout=100ms",
                "max_connections=100")) {
            command.addAll(List.of("-c", setting));
        }
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
