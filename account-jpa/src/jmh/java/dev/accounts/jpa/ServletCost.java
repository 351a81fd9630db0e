package dev.accounts.jpa;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * The processor time of Tomcat's threads for a {@code GET} of {@code me} and for the servlet that sends the same bytes, in turns A
 * B B A, one client. It leaves out the load generator and the database, which share the cores.
 */
public final class ServletCost {

    private static final int ROUNDS = 20;
    private static final int CALLS = 2_000;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private ServletCost() {}

    public static void main(String[] args) {
        System.out.println("| Stores | µs of the service | µs of the same bytes | Same bytes / service | Bar |");
        System.out.println("|---|---|---|---|---|");
        System.out.println("| PostgreSQL " + row(MeOverHttp.onDatabase()));
        System.out.println("| in memory " + row(MeOverHttp.inMemory()));
        System.exit(0);
    }

    private static String row(MeOverHttp http) {
        List<Double> service = new ArrayList<>();
        List<Double> fixed = new ArrayList<>();
        List<Double> ratios = new ArrayList<>();
        try (KeepAliveClient client = new KeepAliveClient(http.port())) {
            for (int round = -ROUNDS; round < ROUNDS; round++) {
                boolean serviceFirst = round % 2 == 0;
                double first = micros(client, serviceFirst ? http::service : http::fixed);
                double second = micros(client, serviceFirst ? http::fixed : http::service);
                if (round >= 0) {
                    service.add(serviceFirst ? first : second);
                    fixed.add(serviceFirst ? second : first);
                    ratios.add(serviceFirst ? second / first : first / second);
                }
            }
        }
        return "| " + micros(service) + " | " + micros(fixed) + " | "
                + Spread.of(ratios).plain() + " | 0.50 |";
    }

    private static double micros(KeepAliveClient client, Consumer<KeepAliveClient> call) {
        long nanos = serverNanos();
        for (int i = 0; i < CALLS; i++) {
            call.accept(client);
        }
        return (serverNanos() - nanos) / 1000.0 / CALLS;
    }

    private static long serverNanos() {
        return Arrays.stream(THREADS.getThreadInfo(THREADS.getAllThreadIds()))
                .filter(thread -> thread != null && thread.getThreadName().startsWith("http-nio-"))
                .mapToLong(thread -> THREADS.getThreadCpuTime(thread.getThreadId()))
                .sum();
    }

    private static String micros(List<Double> measured) {
        Spread spread = Spread.of(measured);
        return String.format(Locale.ROOT, "%.1f (%.1f to %.1f)", spread.median(), spread.lower(), spread.upper());
    }
}
