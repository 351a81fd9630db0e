package dev.accounts.jpa.growth;

import dev.accounts.jpa.Svg;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A picture of how many calls the same processor time makes at each size: a line for each call, and the bar.
 *
 * @param users the sizes, each ten times the one before
 * @param curves for each call its number at each size, where that at the smallest is 1
 */
record GrowthPicture(List<Long> users, Map<String, List<Double>> curves) {

    private static final int LEFT = 60;
    private static final int TOP = 40;
    private static final int WIDTH = 460;
    private static final int HEIGHT = 300;
    private static final int LEGEND = LEFT + WIDTH + 30;
    private static final double MOST = 1.25;
    private static final double BAR = 0.8;

    private static final String TITLE = "Calls in the same processor time, relative to 1,000 users";

    String svg() {
        StringBuilder svg = new StringBuilder(Svg.head(390, LEFT, TITLE));
        for (double part : new double[] {0, 0.25, 0.5, 0.75, 1, 1.25}) {
            svg.append(line(part, Svg.GRID));
            svg.append(Svg.text(LEFT - 8, y(part) + 4, "end", String.format(Locale.ROOT, "%.2f", part)));
        }
        svg.append(line(BAR, Svg.BAR));
        svg.append(Svg.text(LEFT + 6, y(BAR) + 16, "start", "bar: ÷ 1.25"));
        for (int i = 0; i < users.size(); i++) {
            svg.append(Svg.text(x(i), TOP + HEIGHT + 22, "middle", String.format(Locale.ROOT, "%,d", users.get(i))));
        }
        svg.append(Svg.text(LEFT + WIDTH / 2.0, TOP + HEIGHT + 42, "middle", "users"));
        int number = 0;
        for (Map.Entry<String, List<Double>> curve : curves.entrySet()) {
            svg.append(curve(number++, curve.getKey().replace("`", ""), curve.getValue()));
        }
        return svg.append(Svg.END).toString();
    }

    private String curve(int number, String name, List<Double> parts) {
        String points = IntStream.range(0, parts.size())
                .mapToObj(i -> point(x(i), y(Math.min(MOST, parts.get(i)))))
                .collect(Collectors.joining(" "));
        String stroke = "fill=\"none\" stroke-width=\"2\" stroke=\"" + Svg.COLOURS.get(number % Svg.COLOURS.size())
                + "\"" + (number < Svg.COLOURS.size() ? "" : " stroke-dasharray=\"2 3\"");
        double y = TOP + 10 + 22.0 * number;
        return "<polyline points=\"" + points + "\" " + stroke + "/>\n"
                + "<polyline points=\"" + point(LEGEND, y) + " " + point(LEGEND + 24, y) + "\" " + stroke + "/>\n"
                + Svg.text(LEGEND + 32, y + 4, "start", name);
    }

    private static String line(double part, String style) {
        return Svg.line(LEFT, LEFT + WIDTH, y(part), y(part), style);
    }

    private static String point(double x, double y) {
        return String.format(Locale.ROOT, "%.1f,%.1f", x, y);
    }

    private double x(int size) {
        return LEFT + WIDTH * (double) size / Math.max(1, users.size() - 1);
    }

    private static double y(double part) {
        return TOP + HEIGHT * (1 - part / MOST);
    }
}
