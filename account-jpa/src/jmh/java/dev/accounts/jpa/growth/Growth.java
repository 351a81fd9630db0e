package dev.accounts.jpa.growth;

import dev.accounts.jpa.Spread;
import dev.accounts.jpa.growth.Work.Round;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * How calls slow down as the number of users grows from a thousand, in one thread. The sizes are databases on one server and
 * take turns round by round in the order A B C D D C B A, so that what disturbs the machine disturbs all.
 *
 * <p>{@code mvn -Pbenchmark -pl account-jpa -am verify -DskipTests -Dbenchmark.main=dev.accounts.jpa.growth.Growth
 * -Dbenchmark.args="postgresql 1000000 growth.svg"}: the database, the largest number of users, and where a picture is
 * written, if anywhere.
 */
public final class Growth {

    private static final long SMALLEST = 1_000;
    private static final int STEP = 10;
    private static final int ROUNDS = 9;
    private static final long ROUND_NANOS = Duration.ofMillis(250).toNanos();
    private static final long WARM_UP_NANOS = Duration.ofMillis(800).toNanos();

    /** How many times the processor time of a call may grow. */
    private static final double BAR = 1.25;

    private final List<SizedAccounts> sizes = new ArrayList<>();

    private Growth() {}

    public static void main(String[] args) throws SQLException, IOException {
        Growth growth = new Growth();
        for (long users = SMALLEST; users <= Long.parseLong(args[1]); users *= STEP) {
            growth.sizes.add(SizedAccounts.filled(args[0], users));
        }
        Map<String, List<Double>> curves = growth.measureAll();
        if (args.length > 2) {
            List<Long> users = growth.sizes.stream().map(SizedAccounts::users).toList();
            Files.writeString(Path.of(args[2]), new GrowthPicture(users, curves).svg());
        }
        // The server and the pools leave threads behind.
        System.exit(0);
    }

    /** Prints a table, and returns for each call how many of them the same processor time makes at each size, the first being 1. */
    private Map<String, List<Double>> measureAll() throws SQLException {
        StringBuilder head = new StringBuilder("| Call, µs of processor time |");
        sizes.forEach(sized -> head.append(" %,d users |".formatted(sized.users())));
        System.out.println(head + " × processor time | ÷ throughput | Bar reached |");
        System.out.println("|" + "---|".repeat(sizes.size() + 4));
        Map<String, List<Double>> curves = new LinkedHashMap<>();
        for (Work work : Work.all()) {
            curves.put(work.name(), report(work.name(), measure(work)));
        }
        return curves;
    }

    /** The rounds of each size. */
    private List<List<Round>> measure(Work work) throws SQLException {
        List<List<Round>> measured = new ArrayList<>();
        List<Integer> order = new ArrayList<>();
        for (SizedAccounts sized : sizes) {
            order.add(order.size());
            measured.add(new ArrayList<>());
            work.round(sized, WARM_UP_NANOS);
        }
        for (int round = 0; round < ROUNDS; round++) {
            for (int i : order) {
                measured.get(i).add(work.round(sizes.get(i), ROUND_NANOS));
                sizes.get(i).forgetNewcomers();
            }
            Collections.reverse(order);
        }
        return measured;
    }

    private static List<Double> report(String name, List<List<Round>> measured) {
        List<Round> small = measured.get(0);
        List<Round> large = measured.get(measured.size() - 1);
        List<Double> left = new ArrayList<>();
        StringBuilder row = new StringBuilder("| " + name + " |");
        for (List<Round> rounds : measured) {
            row.append(" ")
                    .append(shown(
                            "%,.0f",
                            Spread.of(rounds.stream().map(Round::micros).toList())))
                    .append(" |");
            left.add(1 / ratio(rounds, small, Round::micros).median());
        }
        Spread more = ratio(large, small, Round::micros);
        System.out.printf(
                Locale.ROOT,
                "%s %s | %s | %s |%n",
                row,
                shown("%.2f", more),
                shown("%.2f", ratio(small, large, Round::perSecond)),
                more.median() <= BAR ? "yes" : "**no**");
        return left;
    }

    private static String shown(String format, Spread spread) {
        return String.format(
                Locale.ROOT,
                "%1$s (%1$s to %1$s)".replace("%1$s", format),
                spread.median(),
                spread.lower(),
                spread.upper());
    }

    /** Of each round, so that what disturbs the machine for long disturbs both. */
    private static Spread ratio(List<Round> some, List<Round> others, ToDoubleFunction<Round> figure) {
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < some.size(); i++) {
            ratios.add(figure.applyAsDouble(some.get(i)) / figure.applyAsDouble(others.get(i)));
        }
        return Spread.of(ratios);
    }
}
