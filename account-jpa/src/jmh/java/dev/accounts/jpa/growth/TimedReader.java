package dev.accounts.jpa.growth;

import dev.accounts.service.AccountService;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** A thread that calls {@code me} without a pause, and keeps apart how long it took beside something and otherwise. */
final class TimedReader implements AutoCloseable {

    private static final int WARM_UP_CALLS = 2_000;

    private final AccountService accounts;
    private final List<Long> beside = new ArrayList<>();
    private final List<Long> otherwise = new ArrayList<>();
    private final Thread thread = new Thread(this::read, "reader");
    private volatile String token = "";
    private volatile boolean isBeside;
    private volatile boolean ended;
    private int calls;

    TimedReader(AccountService accounts) {
        this.accounts = accounts;
    }

    /** From now on this token is presented. */
    void use(String newToken) {
        token = newToken;
        if (thread.getState() == Thread.State.NEW) {
            thread.start();
        }
    }

    /** Runs something and tells the calls that begin meanwhile. */
    void beside(Runnable action) {
        isBeside = true;
        action.run();
        isBeside = false;
    }

    private void read() {
        while (!ended) {
            boolean meant = isBeside;
            long start = System.nanoTime();
            accounts.me(token);
            long nanos = System.nanoTime() - start;
            if (++calls > WARM_UP_CALLS && meant == isBeside) {
                (meant ? beside : otherwise).add(nanos);
            }
        }
    }

    void report() throws InterruptedException {
        close();
        System.out.println();
        System.out.println("| `me` | Calls | Median µs | p99 µs |");
        System.out.println("|---|---|---|---|");
        System.out.println(row("beside a purge", beside));
        System.out.println(row("beside logins", otherwise));
        System.out.printf(
                Locale.ROOT, "%nRatio of the p99: %.2f%n", (double) quantile(beside, 0.99) / quantile(otherwise, 0.99));
    }

    private static String row(String name, List<Long> nanos) {
        return String.format(
                Locale.ROOT,
                "| %s | %,d | %,d | %,d |",
                name,
                nanos.size(),
                quantile(nanos, 0.5) / 1000,
                quantile(nanos, 0.99) / 1000);
    }

    private static long quantile(List<Long> nanos, double part) {
        Collections.sort(nanos);
        return nanos.get((int) (part * (nanos.size() - 1)));
    }

    @Override
    public void close() throws InterruptedException {
        ended = true;
        thread.join();
    }
}
