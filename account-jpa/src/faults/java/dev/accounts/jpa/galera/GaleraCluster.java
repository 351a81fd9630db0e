package dev.accounts.jpa.galera;

import dev.accounts.jpa.faults.Shell;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Three servers on this machine that hold the same rows. Their processes end with this JVM, unless it is killed. */
final class GaleraCluster implements AutoCloseable {

    private static final int NODES = 3;

    private final GaleraPackages packages;
    private final Path folder;
    private final List<GaleraNode> nodes;
    private final Thread atExit = new Thread(this::kill, "galera-exit");

    private GaleraCluster(GaleraPackages packages, Path folder) throws IOException {
        this.packages = packages;
        this.folder = folder;
        this.nodes = GaleraNode.create(packages, folder, NODES);
    }

    /** Starts the nodes; each serves when this returns. */
    static GaleraCluster start(GaleraPackages packages) throws IOException {
        GaleraCluster cluster = new GaleraCluster(packages, Files.createTempDirectory("galera"));
        Runtime.getRuntime().addShutdownHook(cluster.atExit);
        try {
            cluster.install();
            cluster.nodes.get(0).start("gcomm://");
            cluster.nodes.get(0).awaitSynced(1);
            // Not by the URL of each connection: a statement on the database undoes all transactions in it.
            cluster.nodes.get(0).execute("create database accounts");
            for (int i = 1; i < NODES; i++) {
                cluster.join(i);
            }
            return cluster;
        } catch (IOException | SQLException | RuntimeException e) {
            String said = cluster.nodes.stream().map(GaleraNode::said).collect(Collectors.joining("\n\n"));
            cluster.close();
            throw new IOException("the cluster does not start: " + said, e);
        }
    }

    /** Makes the first node's data; the others copy it when they join. */
    private void install() throws IOException {
        for (GaleraNode node : nodes) {
            Files.createDirectories(node.data());
        }
        Shell.run(
                packages.environment(),
                List.of(
                        packages.installer().toString(),
                        "--no-defaults",
                        "--basedir=" + packages.root().resolve("usr"),
                        "--lc-messages-dir=" + packages.root().resolve("usr/share/mysql"),
                        "--datadir=" + nodes.get(0).data(),
                        "--user=" + System.getProperty("user.name"),
                        "--auth-root-authentication-method=normal",
                        "--skip-test-db"));
    }

    /** Starts a node, and waits until it has caught up and all nodes are there. */
    void join(int index) throws IOException {
        long others = nodes.stream().filter(GaleraNode::isAlive).count();
        nodes.get(index)
                .start(nodes.stream().map(GaleraNode::groupAddress).collect(Collectors.joining(",", "gcomm://", "")));
        nodes.get(index).awaitSynced((int) others + 1);
    }

    GaleraNode node(int index) {
        return nodes.get(index);
    }

    /** The URL of the database on one node. */
    String url(int index, String options) {
        return url(List.of(nodes.get(index)), options);
    }

    /** The URL of the database on a node, with the others for when it is gone. */
    String failoverUrl(int first, String options) {
        return url(
                Stream.concat(Stream.of(nodes.get(first)), nodes.stream().filter(node -> node != nodes.get(first)))
                        .toList(),
                options);
    }

    private static String url(List<GaleraNode> inOrder, String options) {
        return inOrder.stream()
                        .map(GaleraNode::address)
                        .collect(Collectors.joining(",", "jdbc:mariadb:sequential://", ""))
                + "/accounts?user=root" + options;
    }

    private void kill() {
        nodes.forEach(GaleraNode::kill);
    }

    @Override
    public void close() throws IOException {
        kill();
        Runtime.getRuntime().removeShutdownHook(atExit);
        Shell.remove(folder);
    }
}
