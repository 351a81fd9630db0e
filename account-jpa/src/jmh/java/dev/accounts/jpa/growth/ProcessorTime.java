package dev.accounts.jpa.growth;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;

/**
 * The processor time of a call on both sides: of the calling thread, and of what serves its database. Other work on the machine
 * takes turns with them and is not in it. The server's part is read from Linux.
 *
 * @param servers folders of {@code /proc} with the threads that serve the database
 */
record ProcessorTime(List<Path> servers) {

    /**
     * Of all processes that serve clients of this database, on PostgreSQL: those that work in the background come and go. Of the whole
     * server, on MariaDB.
     */
    static ProcessorTime of(DataSource dataSource, String product) throws SQLException {
        String sql = FillingSql.of(product) == FillingSql.POSTGRESQL
                ? "select pid from pg_stat_activity where datname = current_database() and backend_type = 'client backend'"
                : "select if(left(@@pid_file, 1) = '/', @@pid_file, concat(@@datadir, @@pid_file))";
        List<Path> servers = new ArrayList<>();
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                servers.add(Path.of("/proc", pid(row.getString(1)), "task"));
            }
        }
        return new ProcessorTime(servers);
    }

    private static String pid(String text) {
        try {
            return text.startsWith("/") ? Files.readString(Path.of(text)).strip() : text;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    long nanos() {
        long nanos = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        for (Path server : servers) {
            try (Stream<Path> threads = Files.list(server)) {
                nanos += threads.mapToLong(ProcessorTime::ofThread).sum();
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
        return nanos;
    }

    private static long ofThread(Path thread) {
        try {
            return Long.parseLong(Files.readString(thread.resolve("schedstat")).split(" ", 2)[0]);
        } catch (IOException e) {
            // The thread has ended meanwhile.
            return 0;
        }
    }
}
