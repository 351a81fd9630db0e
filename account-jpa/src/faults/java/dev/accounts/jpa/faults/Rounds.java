package dev.accounts.jpa.faults;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/** Runs a fault again and again on one server, under load, and compares all histories with the database after each. */
public final class Rounds {

    private static final Duration LEAK_LIMIT = Duration.ofSeconds(20);
    private static final int LEAST = 60;
    private static final int MOST = 300;

    private final KillableServer server;
    private final Histories histories = new Histories();
    private int round;
    private int counted;

    public Rounds(KillableServer server) {
        this.server = server;
    }

    /** What goes wrong; it returns when the database is up again. */
    public interface Fault {
        void strike(Host host, Load load) throws Exception;
    }

    /** Strikes a number of times by way of a URL. */
    public void run(Outcomes outcomes, int rounds, String url, Fault fault) throws Exception {
        Leaks leaks = new Leaks(outcomes.findings(), LEAK_LIMIT);
        // What a failed test before left uncounted is not this one's.
        histories.takeRefusals();
        try (Host host = Host.on(url)) {
            for (int i = 0; i < rounds; i++) {
                strike(host, outcomes, fault);
                leaks.inPool(host);
                leaks.onServer(host, server);
                finish(host, outcomes);
            }
        }
        leaks.ofThreads();
    }

    private void strike(Host host, Outcomes outcomes, Fault fault) throws Exception {
        Load load = Load.start(prefix(), host, new Journal(histories, null));
        try {
            load.awaitAcknowledged(ThreadLocalRandom.current().nextInt(LEAST, MOST));
            fault.strike(host, load);
            outcomes.recovered(load.recovery(host));
        } finally {
            if (!load.stop()) {
                outcomes.findings().add(Findings.Kind.LEAK, "a client does not end");
            }
        }
    }

    /** Kills a process of the host while its clients are at work, a number of times. */
    void killHost(Outcomes outcomes, int rounds) throws Exception {
        try (Host host = Host.on(server.url())) {
            for (int i = 0; i < rounds; i++) {
                ChildHost.runAndKill(
                        server.url(),
                        prefix(),
                        histories,
                        ThreadLocalRandom.current().nextInt(LEAST, MOST));
                finish(host, outcomes);
            }
        }
    }

    private String prefix() {
        return "r" + ++round;
    }

    private void finish(Host host, Outcomes outcomes) throws Exception {
        Inspector.inspect(host, histories, false, outcomes);
        int acknowledged = histories.acknowledged();
        Map<String, Integer> refusals = histories.takeRefusals();
        outcomes.round(acknowledged - counted, refusals);
        counted = acknowledged;
        histories.findings().moveTo(outcomes.findings());
    }

    /** Looks at every account once more: a later fault may have undone what an earlier one left. */
    void inspectAll(Outcomes outcomes) throws Exception {
        try (Host host = Host.on(server.url())) {
            Inspector.inspect(host, histories, true, outcomes);
            outcomes.round(histories.acknowledged(), Map.of());
            histories.findings().moveTo(outcomes.findings());
        }
    }
}
