package dev.accounts.jpa.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** What no fault may do to accounts, whatever the database. */
@Tag("faults")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
abstract class FaultsContract extends ServerUnderTest {

    private static final int KILLS = Integer.getInteger("faults.rounds", 3);
    private static final int ROUNDS = Math.max(1, KILLS / 2);
    private static final int CUTS = 10;
    private static final int BETWEEN_CUTS = 25;

    @Test
    @Order(1)
    void the_server_is_killed() throws Exception {
        run("kill -9 of the server", KILLS, server().url(), (host, load) -> {
            server().kill();
            load.awaitRefused(1);
            server().start();
        });
    }

    @Test
    @Order(2)
    void the_host_is_killed() throws Exception {
        Outcomes outcomes = outcomes("kill -9 of the host");
        rounds().killHost(outcomes, KILLS);
        assertThat(outcomes.missed()).isEmpty();
    }

    @Test
    @Order(3)
    void the_server_cuts_connections() throws Exception {
        run("connections ended by the server", ROUNDS, server().url(), (host, load) -> {
            try (Connection operator = server().connect()) {
                for (int i = 0; i < CUTS; i++) {
                    server().cutAll(operator);
                    load.awaitAcknowledged(BETWEEN_CUTS);
                }
            }
        });
    }

    @Test
    @Order(4)
    void the_network_loses_answers_and_resets_connections() throws Exception {
        try (Cutter cutter = new Cutter(server().port())) {
            run("answers lost, connections reset", ROUNDS, server().url(cutter.port()), (host, load) -> {
                for (int i = 0; i < CUTS; i++) {
                    cutter.mute();
                    Until.holds(Duration.ofMillis(50), () -> false);
                    cutter.cut();
                    load.awaitAcknowledged(BETWEEN_CUTS);
                }
            });
        }
    }

    @Test
    @Order(5)
    void the_pool_is_exhausted() throws Exception {
        run("pool exhausted", ROUNDS, server().url(), (host, load) -> {
            List<Connection> taken = new ArrayList<>();
            while (taken.size() < Host.CONNECTIONS) {
                taken.add(host.pool().getConnection());
            }
            load.awaitRefused(Load.CLIENTS);
            for (Connection connection : taken) {
                connection.close();
            }
        });
    }

    @Test
    @Order(6)
    void statements_time_out() throws Exception {
        run("statement timeout", ROUNDS, server().url() + server().statementTimeout(), this::lockRows);
    }

    @Test
    @Order(7)
    void locks_time_out() throws Exception {
        run("lock timeout", ROUNDS, server().url() + server().lockTimeout(), this::lockRows);
    }

    private void lockRows(Host host, Load load) throws Exception {
        try (Connection rival = server().connect()) {
            rival.setAutoCommit(false);
            rival.createStatement().executeQuery("select id from account_user for update");
            load.awaitRefused(Load.CLIENTS);
            rival.rollback();
        }
    }

    @Test
    @Order(8)
    void the_clock_steps() throws Exception {
        run("clock steps of ± 1 h", ROUNDS, server().url(), (host, load) -> {
            for (Duration step : List.of(Duration.ofHours(1), Duration.ofHours(-2), Duration.ofHours(1))) {
                host.clock().step(step);
                load.awaitAcknowledged(CUTS * Load.CLIENTS);
            }
        });
    }

    @Test
    @Order(9)
    void transactions_deadlock() throws Exception {
        run("deadlocks", ROUNDS, server().url(), (host, load) -> Deadlocks.provoke(server(), CUTS));
    }

    @Test
    @Order(10)
    void the_disk_is_full() throws Exception {
        Outcomes outcomes = outcomes("disk full");
        Tmpfs disk;
        try {
            disk = moveToSmallDisk();
        } catch (IOException notAllowed) {
            outcomes.skip(notAllowed.getMessage());
            assumeThat(false).as("SKIPPED: " + notAllowed.getMessage()).isTrue();
            return;
        }
        rounds().run(outcomes, 1, server().url(), (host, load) -> {
            disk.fill();
            load.awaitRefused(Load.CLIENTS);
            disk.free();
            server().comeBack();
        });
        assertThat(outcomes.missed()).isEmpty();
    }

    /** A later fault may have damaged what earlier ones left. */
    @Test
    @Order(11)
    void nothing_is_lost_at_the_end() throws Exception {
        Outcomes outcomes = outcomes("all accounts at the end");
        rounds().inspectAll(outcomes);
        assertThat(outcomes.missed()).isEmpty();
    }
}
