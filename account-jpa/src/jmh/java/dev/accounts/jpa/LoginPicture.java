package dev.accounts.jpa;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Draws how many logins a second the library and its peers make, where the library is 1. The figures are the ratios in a table
 * that {@link Benchmarks} printed; in docs/benchmarks.md the last row of each peer counts.
 *
 * <p>{@code mvn -Pbenchmark -pl account-jpa -am verify -DskipTests -Dbenchmark.main=dev.accounts.jpa.LoginPicture
 * -Dbenchmark.args="../docs/benchmarks.md ../docs/login.svg"}: the file with the table, and the picture.
 */
public final class LoginPicture {

    private static final int LEFT = 270;
    private static final int WIDTH = 330;
    private static final int TOP = 44;
    private static final int STEP = 38;
    private static final int THICK = 22;
    private static final int STEPS = 5;
    private static final double STEP_VALUE = 0.25;

    private static final String TITLE = "Logins per second, relative to this library";
    private static final String SCALE =
            "more is faster; in brackets and as a line, the quartiles of the pairs of rounds";

    private static final Pattern ROW = Pattern.compile(
            "^\\| `?login`? / ([\\w ]+), \\d+ threads?(?: ¹)? \\|[^|]*\\|[^|]*\\| ([\\d.]+) \\(([\\d.]+) to ([\\d.]+)\\) \\|.*",
            Pattern.CASE_INSENSITIVE);

    private static final Map<String, String> PEERS = peers();

    private LoginPicture() {}

    private static Map<String, String> peers() {
        Map<String, String> peers = new LinkedHashMap<>();
        peers.put("bareargon2", "bare argon2-jvm: the hash alone");
        peers.put("byhand", "by hand: the same statements");
        peers.put("springsecurity", "Spring Security: issues no token");
        return peers;
    }

    public static void main(String[] args) throws IOException {
        Map<String, Spread> found = new LinkedHashMap<>();
        for (String line : Files.readAllLines(Path.of(args[0]))) {
            Matcher row = ROW.matcher(line);
            if (row.matches()) {
                found.put(row.group(1).replace(" ", "").toLowerCase(Locale.ROOT), peer(row));
            }
        }
        if (!found.keySet().equals(PEERS.keySet())) {
            throw new IllegalArgumentException("not the peers " + PEERS.keySet() + " but " + found.keySet());
        }
        Files.writeString(Path.of(args[1]), svg(found));
    }

    /** The table tells how fast the library is by the peer's measure; the picture shows the reverse. */
    private static Spread peer(Matcher row) {
        return new Spread(1 / number(row, 4), 1 / number(row, 2), 1 / number(row, 3));
    }

    private static double number(Matcher row, int group) {
        return Double.parseDouble(row.group(group));
    }

    private static String svg(Map<String, Spread> found) {
        int bottom = TOP + STEP * (1 + PEERS.size());
        StringBuilder svg = new StringBuilder(Svg.head(bottom + 50, LEFT, TITLE));
        for (int i = 0; i <= STEPS; i++) {
            double x = x(i * STEP_VALUE);
            svg.append(Svg.line(x, x, TOP - 6, bottom, Svg.GRID));
            svg.append(Svg.text(x, bottom + 18, "middle", String.format(Locale.ROOT, "%.2f", i * STEP_VALUE)));
        }
        svg.append(Svg.text(x(STEPS * STEP_VALUE / 2), bottom + 38, "middle", SCALE));
        svg.append(bar(0, "this library", new Spread(1, 1, 1)))
                .append(Svg.text(LEFT + WIDTH + 12, middle(0) + 4, "start", "1"));
        int number = 1;
        for (Map.Entry<String, String> peer : PEERS.entrySet()) {
            Spread logins = found.get(peer.getKey());
            String colour = "stroke-width=\"2\" stroke=\"" + Svg.COLOURS.get(number) + "\"";
            svg.append(bar(number, peer.getValue(), logins))
                    .append(Svg.line(x(logins.lower()), x(logins.upper()), middle(number), middle(number), colour))
                    .append(Svg.text(LEFT + WIDTH + 12, middle(number) + 4, "start", label(logins)));
            number++;
        }
        return svg.append(Svg.END).toString();
    }

    private static String bar(int number, String name, Spread logins) {
        return String.format(
                        Locale.ROOT,
                        "<rect x=\"%d\" y=\"%.1f\" width=\"%.1f\" height=\"%d\" fill=\"%s\" fill-opacity=\"%s\"/>%n",
                        LEFT,
                        middle(number) - THICK / 2.0,
                        x(logins.median()) - LEFT,
                        THICK,
                        Svg.COLOURS.get(number),
                        number == 0 ? "1" : "0.4")
                + Svg.text(LEFT - 10, middle(number) + 4, "end", name);
    }

    private static String label(Spread logins) {
        return String.format(Locale.ROOT, "%.2f (%.2f to %.2f)", logins.median(), logins.lower(), logins.upper());
    }

    private static double middle(int number) {
        return TOP + STEP * (number + 0.5);
    }

    private static double x(double logins) {
        return LEFT + WIDTH * Math.min(1, logins / (STEPS * STEP_VALUE));
    }
}
