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
        System.out.println("| Look-up | µs with it | µs without | Without / with | Bar |");
        System.out.println("|---|---|---|---|---|");
        MeOverHttp database = MeOverHttp.onDatabase();
        MeOverHttp memory = MeOverHttp.inMemory();
        System.out.println("| service, PostgreSQL " + row(database, database::service));
        System.out.println("| by hand, PostgreSQL " + row(database, database::byHand));
        System.out.println("| service, in memory " + row(memory, memory::service));
        System.exit(0);
    }

    private static String row(MeOverHttp http, Consumer<KeepAliveClient> lookUp) {
        List<Double> with = new ArrayList<>();
        List<Double> without = new ArrayList<>();
        List<Double> ratios = new ArrayList<>();
        try (KeepAliveClient client = new KeepAliveClient(http.port())) {
            for (int round = -ROUNDS; round < ROUNDS; round++) {
                boolean withFirst = round % 2 == 0;
                double first = micros(client, withFirst ? lookUp : http::fixed);
                double second = micros(client, withFirst ? http::fixed : lookUp);
                if (round >= 0) {
                    with.add(withFirst ? first : second);
                    without.add(withFirst ? second : first);
                    ratios.add(withFirst ? second / first : first / second);
                }
            }
        }
        return "| " + micros(with) + " | " + micros(without) + " | "
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
