package dev.accounts.jpa.galera;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accounts.jpa.faults.Histories;
import dev.accounts.jpa.faults.Host;
import dev.accounts.jpa.faults.Inspector;
import dev.accounts.jpa.faults.Journal;
import dev.accounts.jpa.faults.Load;
import dev.accounts.jpa.faults.Outcomes;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@Tag("galera")
@ExtendWith(OnGalera.class)
class NodeLossTest {

    private static final int ROUNDS = Integer.getInteger("galera.kills", 1);
    private static final int BEFORE = 300;
    private static final int AFTER = 300;
    private static final Duration WATCH = Duration.ofSeconds(15);
    private static final Duration STALL_BAR = Duration.ofSeconds(10);

    @Test
    void a_node_that_is_killed_takes_no_acknowledged_write_with_it(GaleraCluster cluster) throws Exception {
        Outcomes outcomes = new Outcomes("kill -9 of a node", "Galera");
        for (int round = 0; round < ROUNDS; round++) {
            kill(cluster, 2 - round % NodeHosts.COUNT, "node" + round, outcomes);
        }
        System.out.println(Outcomes.HEAD);
        System.out.println(outcomes);
        assertThat(outcomes.findings().texts()).isEmpty();
    }

    private static void kill(GaleraCluster cluster, int victim, String prefix, Outcomes outcomes) throws Exception {
        Histories histories = new Histories();
        List<Host> hosts = new ArrayList<>();
        try {
            for (int i = 0; i < NodeHosts.COUNT; i++) {
                hosts.add(Host.on(cluster.failoverUrl(i, NodeHosts.SYNCED)));
            }
            Duration stall =
                    killUnderLoad(cluster, victim, Load.start(prefix, hosts, new Journal(histories, null)), histories);
            outcomes.round(histories.acknowledged(), histories.takeRefusals());
            System.out.println("Galera, kill -9 of node " + (victim + 1) + ": longest time without an answer "
                    + stall.toMillis() + " ms, " + histories.acknowledged() + " operations acknowledged");
            assertThat(stall).isLessThan(STALL_BAR);
        } finally {
            hosts.forEach(Host::close);
        }
        inspect(cluster, (victim + 1) % NodeHosts.COUNT, histories, outcomes);
        inspect(cluster, (victim + 2) % NodeHosts.COUNT, histories, outcomes);
        cluster.join(victim);
        inspect(cluster, victim, histories, outcomes);
    }

    /** Returns the longest time in which no client was answered. */
    private static Duration killUnderLoad(GaleraCluster cluster, int victim, Load load, Histories histories) {
        try {
            load.awaitAcknowledged(BEFORE);
            Duration stall = Stall.after(() -> cluster.node(victim).kill(), histories, WATCH);
            load.awaitAcknowledged(AFTER);
            return stall;
        } finally {
            assertThat(load.stop()).as("every client ends").isTrue();
        }
    }

    private static void inspect(GaleraCluster cluster, int node, Histories histories, Outcomes outcomes)
            throws SQLException, InterruptedException {
        try (Host host = Host.on(cluster.url(node, NodeHosts.SYNCED))) {
            Inspector.inspect(host, histories, true, outcomes);
        }
    }
}
