package dev.accounts.jpa.replica;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accounts.jpa.faults.Host;
import dev.accounts.jpa.faults.Outcomes;
import dev.accounts.jpa.faults.Rounds;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Kills a PostgreSQL server under load and promotes its replica, where the pool of the host goes on. */
@Tag("faults")
class FailoverTest {

    private static final int ROUNDS = Integer.getInteger("faults.rounds", 1);

    @Test
    void nothing_acknowledged_is_lost_if_commits_wait_for_the_replica() throws Exception {
        Outcomes outcomes = new Outcomes("kill -9 of the primary, promotion of its replica", "PostgreSQL");
        for (int i = 0; i < ROUNDS; i++) {
            try (ReplicatedPostgres servers = ReplicatedPostgres.synchronous("failover" + i)) {
                failOver(servers, outcomes);
            }
        }
        System.out.println(Outcomes.HEAD);
        System.out.println(outcomes);
        assertThat(outcomes.missed()).isEmpty();
    }

    private static void failOver(ReplicatedPostgres servers, Outcomes outcomes) throws Exception {
        // What a JVM starts only once must not count as left behind.
        Host.on(servers.url()).close();
        new Rounds(servers.replica()).run(outcomes, 1, servers.url(), (host, load) -> {
            servers.primary().kill();
            load.awaitRefused(1);
            servers.promote();
        });
    }

    /** A checker that did not find this would find nothing. */
    @Test
    void a_replica_that_was_cut_off_lacks_what_was_acknowledged() throws Exception {
        Outcomes outcomes = new Outcomes("promotion of a replica that was cut off", "PostgreSQL");
        try (ReplicatedPostgres servers = ReplicatedPostgres.asynchronous("cut-off")) {
            Host.on(servers.url()).close();
            new Rounds(servers.replica()).run(outcomes, 1, servers.url(), (host, load) -> {
                servers.cut();
                load.awaitAcknowledged(100);
                servers.primary().kill();
                load.awaitRefused(1);
                servers.promote();
            });
        }
        assertThat(outcomes.lost()).isPositive();
    }
}
