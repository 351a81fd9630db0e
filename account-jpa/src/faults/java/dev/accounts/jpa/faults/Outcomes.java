package dev.accounts.jpa.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What was seen in all rounds of a fault: a row of the table. Thread-safe. */
public final class Outcomes {

    public static final String HEAD = """
            | fault | database | rounds | acknowledged | lost | half | live after their end | refused, yet done | wrong refusals | leaks \
            | unknown (done, not done, not to be told) | seconds until the pool connects (median; most) | until the first answer | until all 8 clients have one | refusals |
            |---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|""";

    private final String fault;
    private final String database;
    private final Findings findings = new Findings();
    private final List<Recovery> recoveries = new ArrayList<>();
    private final Map<String, Integer> refusals = new TreeMap<>();
    private int rounds;
    private int acknowledged;
    private int done;
    private int notDone;
    private int untold;
    private String skipped = "";

    public Outcomes(String fault, String database) {
        this.fault = fault;
        this.database = database;
    }

    public Findings findings() {
        return findings;
    }

    synchronized void skip(String reason) {
        skipped = reason;
    }

    /** Records the end of a round. */
    public synchronized void round(int acknowledgedInRound, Map<String, Integer> refusalsInRound) {
        rounds++;
        acknowledged += acknowledgedInRound;
        refusalsInRound.forEach((name, count) -> refusals.merge(name, count, Integer::sum));
    }

    synchronized void recovered(Recovery recovery) {
        recoveries.add(recovery);
    }

    /** Records an operation with an unknown outcome, and what has become of it if that can be told. */
    synchronized void unknown(boolean told, boolean wasDone) {
        if (!told) {
            untold++;
        } else if (wasDone) {
            done++;
        } else {
            notDone++;
        }
    }

    /** Says which bars are missed. */
    public synchronized List<String> missed() {
        List<String> missed = new ArrayList<>(findings.texts());
        recoveries.stream().filter(recovery -> !recovery.isInTime()).forEach(late -> missed.add("late: " + late));
        return missed;
    }

    /** How many acknowledged writes are not there. */
    public int lost() {
        return findings.count(Findings.Kind.LOST);
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.2f", duration.toMillis() / 1000.0);
    }

    /** The median and the longest. */
    private String waits(Function<Recovery, Duration> of) {
        List<Duration> sorted = recoveries.stream().map(of).sorted().toList();
        return sorted.isEmpty()
                ? "–"
                : seconds(sorted.get((sorted.size() - 1) / 2)) + "; " + seconds(sorted.get(sorted.size() - 1));
    }

    private String counts() {
        return List.of(Findings.Kind.values()).stream()
                .map(kind -> String.valueOf(findings.count(kind)))
                .collect(Collectors.joining(" | "));
    }

    @Override
    public synchronized String toString() {
        if (!skipped.isEmpty()) {
            return "| " + fault + " | " + database + " | SKIPPED: " + skipped + " | | | | | | | | | | | | |";
        }
        String told = refusals.entrySet().stream()
                .map(entry -> entry.getValue() + " " + entry.getKey())
                .collect(Collectors.joining(", "));
        String unknown = (done + notDone + untold) + " (" + done + ", " + notDone + ", " + untold + ")";
        return String.join(
                " | ",
                "| " + fault,
                database,
                String.valueOf(rounds),
                String.valueOf(acknowledged),
                counts(),
                unknown,
                waits(Recovery::pool),
                waits(Recovery::first),
                waits(Recovery::every),
                told + " |");
    }
}
