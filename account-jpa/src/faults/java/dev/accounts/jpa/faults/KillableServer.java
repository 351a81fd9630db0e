package dev.accounts.jpa.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A database server whose processes can be killed, and which starts again on the same data. */
public abstract class KillableServer implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofMinutes(1);
    private static final Duration COME_BACK_LIMIT = Duration.ofSeconds(30);
    private static final int SAID = 2000;
    private static final int STOP_SECONDS = 60;

    private final int port = freePort();
    private final Path log;
    private Path data;
    private @Nullable Process process;
    private String refusal = "";

    KillableServer(Path data, Path log) {
        this.data = data;
        this.log = log;
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** PostgreSQL or MariaDB. */
    abstract String product();

    /** The command that is the server, and does not end before it. */
    abstract List<String> command(Path folder, int onPort);

    abstract Map<String, String> environment();

    /** The URL of the database by way of a port. */
    abstract String url(int byPort);

    /** What makes a session give up a statement, or a lock, in the form of the driver's URL. */
    abstract String statementTimeout();

    abstract String lockTimeout();

    /** How many clients are connected, in SQL. */
    abstract String connectionCount();

    /** How many deadlocks were resolved since the start, in SQL that returns the number in its last column. */
    abstract String deadlockCount();

    /** Cuts all connections but the one that runs it, from within the server. */
    abstract void cutAll(Connection by) throws SQLException;

    public int port() {
        return port;
    }

    public String url() {
        return url(port);
    }

    Path data() {
        return data;
    }

    /** Starts the processes, and returns when the server answers. */
    public void start() {
        try {
            ProcessBuilder builder = new ProcessBuilder(command(data, port))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
            builder.environment().putAll(environment());
            process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (Until.holds(START_LIMIT, () -> answers() || !isAlive()).isEmpty() || !isAlive()) {
            throw new IllegalStateException(product() + " does not start: " + refusal + ", " + said());
        }
    }

    private String said() {
        try {
            String all = Files.readString(log);
            return all.substring(Math.max(0, all.length() - SAID));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until it answers again; starts it if its process is gone. */
    void comeBack() {
        if (Until.holds(COME_BACK_LIMIT, () -> answers() || !isAlive()).isEmpty()) {
            kill();
        }
        if (!isAlive()) {
            start();
        }
    }

    boolean isAlive() {
        return process != null && process.isAlive();
    }

    boolean answers() {
        try (Connection connection = connect()) {
            return connection.isValid(1);
        } catch (SQLException down) {
            refusal = down.toString();
            return false;
        }
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(url());
    }

    /** The number in the last column of the first row. */
    public long number(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(row.getMetaData().getColumnCount());
        }
    }

    public void execute(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Ends all processes by the signal that they cannot catch. */
    public void kill() {
        ProcessHandle server = running().toHandle();
        List<ProcessHandle> all =
                Stream.concat(Stream.of(server), server.descendants()).toList();
        all.forEach(ProcessHandle::destroyForcibly);
        Until.require("the processes are gone", START_LIMIT, () -> all.stream().noneMatch(ProcessHandle::isAlive));
    }

    void stop() throws InterruptedException {
        Process server = running();
        server.destroy();
        if (!server.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
            kill();
        }
    }

    private Process running() {
        if (process == null) {
            throw new IllegalStateException("not started");
        }
        return process;
    }

    /** Goes on with a copy of the data in another folder. The server must be stopped. */
    void moveTo(Path folder) {
        try {
            Shell.run("cp", "-a", data.toString(), folder.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        data = folder.resolve(data.getFileName());
    }

    @Override
    public void close() {
        if (isAlive()) {
            kill();
        }
    }

    @Override
    public String toString() {
        return product();
    }
}
