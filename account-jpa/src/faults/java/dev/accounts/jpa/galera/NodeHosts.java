package dev.accounts.jpa.galera;

import dev.accounts.policy.ThrottlePolicy;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** An application on each node of a cluster. */
final class NodeHosts implements AutoCloseable {

    static final int COUNT = 3;

    /** The setting for hosts: a read waits until its node has what the others committed before it. */
    static final String SYNCED = "&sessionVariables=wsrep_sync_wait=1";

    private static final ThrottlePolicy NEVER =
            new ThrottlePolicy(1_000_000, Duration.ofSeconds(1), Duration.ofSeconds(1));

    private final List<NodeHost> hosts = new ArrayList<>();

    private NodeHosts() {}

    /** Opens an application on each node, with a connection for each of a number of threads. */
    static NodeHosts on(GaleraCluster cluster, int threads, String options) throws SQLException {
        return on(cluster, threads, options, NEVER);
    }

    /** Opens applications that let callers wait after failed attempts. */
    static NodeHosts on(GaleraCluster cluster, int threads, String options, ThrottlePolicy throttle)
            throws SQLException {
        NodeHosts all = new NodeHosts();
        try {
            for (int i = 0; i < COUNT; i++) {
                all.hosts.add(NodeHost.on(cluster.url(i, options), threads, throttle));
            }
            return all;
        } catch (SQLException | RuntimeException e) {
            all.close();
            throw e;
        }
    }

    /** The application that serves a caller. */
    NodeHost get(int caller) {
        return hosts.get(caller % COUNT);
    }

    @Override
    public void close() {
        hosts.forEach(NodeHost::close);
    }
}
