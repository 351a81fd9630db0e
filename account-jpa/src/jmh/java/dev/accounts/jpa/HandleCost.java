package dev.accounts.jpa;

import com.sun.management.ThreadMXBean;
import dev.accounts.http.AccountHttp;
import dev.accounts.http.HttpCall;
import dev.accounts.service.AccountService;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * What the HTTP handler adds to {@code me}: microseconds and bytes a call, over the stores in memory, in one thread, in turns A B
 * B A.
 */
public final class HandleCost {

    private static final int ROUNDS = 20;
    private static final int CALLS = 100_000;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private static final MemoryMembers MEMBERS = new MemoryMembers();

    /** The last result of each round, so that no call can be optimized away. */
    private static Object last = "";

    /** Nanoseconds and bytes of one call. */
    private record Cost(double nanos, double bytes) {}

    private HandleCost() {}

    public static void main(String[] args) {
        AccountService accounts = MEMBERS.accounts();
        AccountHttp http = MEMBERS.http();
        Function<String, Object> service = accounts::me;
        Function<String, Object> handler =
                token -> http.handle(HttpCall.of("GET", "/auth/users/me/").header("Authorization", "Token " + token));
        for (int round = 0; round < ROUNDS; round++) {
            measure(service);
            measure(handler);
        }
        List<Double> nanos = new ArrayList<>();
        List<Double> bytes = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            boolean serviceFirst = round % 2 == 0;
            Cost first = measure(serviceFirst ? service : handler);
            Cost second = measure(serviceFirst ? handler : service);
            double sign = serviceFirst ? 1 : -1;
            nanos.add(sign * (second.nanos() - first.nanos()) / 1000);
            bytes.add(sign * (second.bytes() - first.bytes()));
        }
        System.out.println("| handle adds to me | median (quartiles) | bar |");
        System.out.println("|---|---|---|");
        System.out.println("| microseconds | " + Spread.of(nanos).plain() + " | 3 |");
        System.out.println("| bytes | " + Spread.of(bytes).perSecond() + " | 2048 |");
        System.err.println(
                "last result: " + String.valueOf(last).toLowerCase(Locale.ROOT).length());
        System.exit(0);
    }

    private static Cost measure(Function<String, Object> call) {
        long bytes = THREADS.getCurrentThreadAllocatedBytes();
        long nanos = System.nanoTime();
        for (int i = 0; i < CALLS; i++) {
            last = call.apply(MEMBERS.anyToken());
        }
        return new Cost(
                (double) (System.nanoTime() - nanos) / CALLS,
                (double) (THREADS.getCurrentThreadAllocatedBytes() - bytes) / CALLS);
    }
}
