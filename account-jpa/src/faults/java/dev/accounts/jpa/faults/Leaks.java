package dev.accounts.jpa.faults;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;

/** Looks for what a fault left in use. */
final class Leaks {

    private final Set<Thread> before = threads();
    private final Findings findings;
    private final Duration limit;

    /**
     * Remembers the threads of now.
     *
     * @param limit how long what was used may take to end
     */
    Leaks(Findings findings, Duration limit) {
        this.findings = findings;
        this.limit = limit;
    }

    private static Set<Thread> threads() {
        return Thread.getAllStackTraces().keySet();
    }

    /** Finds connections that did not come back to the pool. */
    void inPool(Host host) {
        if (Until.holds(limit, () -> host.pool().getHikariPoolMXBean().getActiveConnections() == 0)
                .isEmpty()) {
            findings.add(
                    Findings.Kind.LEAK,
                    host.pool().getHikariPoolMXBean().getActiveConnections() + " connections are not back in the pool");
        }
    }

    /** Finds connections that the server has and the pool does not know. */
    void onServer(Host host, KillableServer server) {
        if (Until.holds(
                        limit,
                        () -> connections(server)
                                <= host.pool().getHikariPoolMXBean().getTotalConnections())
                .isEmpty()) {
            findings.add(Findings.Kind.LEAK, "the server has connections that the pool does not know");
        }
    }

    private static long connections(KillableServer server) throws SQLException {
        // The one that asks does not count.
        return server.number(server.connectionCount()) - 1;
    }

    /** Finds threads that were not there before; called when all is closed. */
    void ofThreads() {
        if (Until.holds(limit, () -> newThreads().isEmpty()).isEmpty()) {
            findings.add(Findings.Kind.LEAK, "threads are left: " + newThreads());
        }
    }

    private Set<Thread> newThreads() {
        return threads().stream()
                .filter(thread -> thread.isAlive() && !before.contains(thread))
                // Of the JDK and the driver, one each for the whole JVM.
                .filter(thread -> !thread.getName().matches("process reaper.*|PostgreSQL-JDBC-Cleaner.*"))
                .collect(Collectors.toSet());
    }
}
