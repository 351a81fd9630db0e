package dev.accounts.jpa.galera;

import dev.accounts.jpa.faults.Shell;
import dev.accounts.jpa.faults.Until;
import java.io.IOException;
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
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One server of a cluster, with every commit on the disk before it is answered. */
final class GaleraNode implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofMinutes(2);
    private static final int SAID = 3000;
    private static final String LOOPBACK = "127.0.0.1:";

    private final GaleraPackages packages;
    private final Path folder;
    private final int port;
    private final int groupPort;
    private final int incrementalPort;
    private final int snapshotPort;
    private @Nullable Process process;

    private GaleraNode(GaleraPackages packages, Path folder, List<Integer> ports) {
        this.packages = packages;
        this.folder = folder;
        this.port = ports.get(0);
        this.groupPort = ports.get(1);
        this.incrementalPort = ports.get(2);
        this.snapshotPort = ports.get(3);
    }

    /** Creates nodes with ports that are free now. */
    static List<GaleraNode> create(GaleraPackages packages, Path folder, int count) throws IOException {
        List<ServerSocket> sockets = new ArrayList<>();
        try {
            List<GaleraNode> nodes = new ArrayList<>();
            for (int i = 1; i <= count; i++) {
                List<Integer> ports = new ArrayList<>();
                for (int j = 0; j < 4; j++) {
                    ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                    sockets.add(socket);
                    ports.add(socket.getLocalPort());
                }
                nodes.add(new GaleraNode(packages, folder.resolve("node" + i), ports));
            }
            return nodes;
        } finally {
            for (ServerSocket socket : sockets) {
                socket.close();
            }
        }
    }

    /** The address at which the other nodes find it. */
    String groupAddress() {
        return LOOPBACK + groupPort;
    }

    /** The address for clients. */
    String address() {
        return LOOPBACK + port;
    }

    Path data() {
        return folder.resolve("data");
    }

    /** Starts the process; {@link #awaitSynced} waits until it serves. */
    void start(String clusterAddress) throws IOException {
        Files.createDirectories(folder.resolve("tmp"));
        ProcessBuilder builder = new ProcessBuilder(command(clusterAddress))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
        builder.environment().putAll(packages.environment());
        process = builder.start();
    }

    private List<String> command(String clusterAddress) {
        // As root, rsync would copy as nobody.
        List<String> command = new ArrayList<>(Shell.notAsRoot());
        command.addAll(List.of(packages.server().toString(), "--no-defaults"));
        command.addAll(packages.places());
        command.addAll(List.of(
                "--datadir=" + data(),
                "--tmpdir=" + folder.resolve("tmp"),
                "--socket=" + folder.resolve("socket"),
                "--bind-address=127.0.0.1",
                "--port=" + port,
                "--max-connections=300",
                "--skip-grant-tables",
                "--innodb-flush-log-at-trx-commit=1",
                "--innodb-buffer-pool-size=64M",
                "--innodb-log-file-size=32M",
                "--binlog-format=ROW",
                "--innodb-autoinc-lock-mode=2",
                "--wsrep-on=ON",
                "--wsrep-provider=" + packages.provider(),
                "--wsrep-cluster-address=" + clusterAddress,
                "--wsrep-node-address=127.0.0.1",
                "--wsrep-node-incoming-address=" + address(),
                "--wsrep-slave-threads=2",
                "--wsrep-sst-method=rsync",
                "--wsrep-sst-receive-address=" + LOOPBACK + snapshotPort,
                "--wsrep-provider-options=gcache.size=64M;gmcast.listen_addr=tcp://" + groupAddress()
                        + ";ist.recv_addr=" + LOOPBACK + incrementalPort));
        return command;
    }

    private Path log() {
        return folder.resolve("log");
    }

    /** Waits until it serves as a member of a cluster of at least a number of nodes. */
    void awaitSynced(int size) {
        Until.require(address() + " is a member of " + size + " nodes", START_LIMIT, () -> {
            if (process == null || !process.isAlive()) {
                throw new IllegalStateException("a node ended");
            }
            return isSynced(size);
        });
    }

    private boolean isSynced(int size) {
        try {
            return status("wsrep_ready").equals("ON")
                    && status("wsrep_local_state_comment").equals("Synced")
                    && Integer.parseInt(status("wsrep_cluster_size")) >= size;
        } catch (SQLException notYet) {
            return false;
        }
    }

    /** The value of a status variable. */
    private String status(String name) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("show global status like '" + name + "'")) {
            return row.next() ? row.getString(2) : "";
        }
    }

    void execute(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection("jdbc:mariadb://" + address() + "/?user=root");
    }

    boolean isAlive() {
        return process != null && process.isAlive();
    }

    String said() {
        try {
            String all = Files.readString(log());
            return all.substring(Math.max(0, all.length() - SAID));
        } catch (IOException e) {
            return e.toString();
        }
    }

    /** Ends its processes by the signal that they cannot catch. */
    void kill() {
        if (process == null) {
            return;
        }
        ProcessHandle server = process.toHandle();
        List<ProcessHandle> all =
                Stream.concat(server.descendants(), Stream.of(server)).toList();
        all.forEach(ProcessHandle::destroyForcibly);
        Until.require("a node is gone", START_LIMIT, () -> all.stream().noneMatch(ProcessHandle::isAlive));
    }

    @Override
    public void close() {
        kill();
    }
}
