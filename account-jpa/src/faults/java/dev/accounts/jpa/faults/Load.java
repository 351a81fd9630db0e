package dev.accounts.jpa.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Several clients at once. */
public final class Load {

    static final int CLIENTS = 8;

    private static final Duration LIMIT = Duration.ofMinutes(1);

    private final Journal journal;
    private final List<Client> clients = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();

    private Load(Journal journal) {
        this.journal = journal;
    }

    /** Starts clients whose accounts have names with a prefix; they also use those without doubt. */
    static Load start(String prefix, Host host, Journal journal) {
        return start(prefix, List.of(host), journal);
    }

    /** Starts clients that are spread over several hosts of one database. */
    public static Load start(String prefix, List<Host> hosts, Journal journal) {
        Load load = new Load(journal);
        for (int i = 0; i < CLIENTS; i++) {
            List<History> mine =
                    journal.histories().forClient(i, CLIENTS).limit(10).toList();
            Client client = new Client(prefix + "c" + i, hosts.get(i % hosts.size()), journal, mine);
            load.clients.add(client);
            load.threads.add(new Thread(client, "client-" + i));
        }
        load.threads.forEach(Thread::start);
        return load;
    }

    /** Waits until a number of operations was acknowledged. */
    public void awaitAcknowledged(int count) {
        int before = journal.histories().acknowledged();
        Until.require(
                count + " acknowledged operations",
                LIMIT,
                () -> journal.histories().acknowledged() >= before + count);
    }

    /** Waits until a number of operations was refused: a fault that nobody notices proves nothing. */
    public void awaitRefused(int count) {
        int before = journal.histories().refused();
        Until.require(count + " refusals", LIMIT, () -> journal.histories().refused() >= before + count);
    }

    /** Waits until every client has got an answer. */
    Recovery recovery(Host host) {
        int[] before = counts();
        Duration pool = Until.require(
                "a connection", LIMIT, () -> host.pool().getHikariPoolMXBean().getTotalConnections() > 0);
        Duration first = Until.require("an answer", LIMIT, () -> !Arrays.equals(counts(), before));
        Duration every = Until.require("answers for " + this, LIMIT, () -> {
            int[] now = counts();
            return IntStream.range(0, now.length).allMatch(i -> now[i] > before[i]);
        });
        return new Recovery(pool, pool.plus(first), pool.plus(first).plus(every));
    }

    private int[] counts() {
        return clients.stream().mapToInt(Client::acknowledged).toArray();
    }

    /** Returns whether every client has ended. */
    public boolean stop() {
        clients.forEach(Client::end);
        return Until.holds(LIMIT, () -> threads.stream().noneMatch(Thread::isAlive))
                .isPresent();
    }

    @Override
    public String toString() {
        return Arrays.toString(counts());
    }
}
