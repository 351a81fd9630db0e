package dev.accounts.jpa.growth;

import static dev.accounts.jpa.Spread.quantile;

import dev.accounts.service.AccountService;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A thread that calls {@code me} without a pause, and keeps apart how long it took beside something and otherwise. */
final class TimedReader implements AutoCloseable {

    private static final int WARM_UP_CALLS = 2_000;

    private final AccountService accounts;
    private final List<Double> beside = new ArrayList<>();
    private final List<Double> otherwise = new ArrayList<>();
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
            double micros = (System.nanoTime() - start) / 1e3;
            if (++calls > WARM_UP_CALLS && meant == isBeside) {
                (meant ? beside : otherwise).add(micros);
            }
        }
    }

    /** Prints both; says what the other calls were beside. */
    void report(String other) throws InterruptedException {
        close();
        System.out.println();
        System.out.println("| `me` | Calls | Median µs | p99 µs |");
        System.out.println("|---|---|---|---|");
        System.out.println(row("beside a purge", beside));
        System.out.println(row(other, otherwise));
        System.out.printf(
                Locale.ROOT, "%nRatio of the p99: %.2f%n", quantile(beside, 0.99) / quantile(otherwise, 0.99));
    }

    private static String row(String name, List<Double> micros) {
        return String.format(
                Locale.ROOT,
                "| %s | %,d | %,.0f | %,.0f |",
                name,
                micros.size(),
                quantile(micros, 0.5),
                quantile(micros, 0.99));
    }

    @Override
    public void close() throws InterruptedException {
        ended = true;
        thread.join();
    }
}
