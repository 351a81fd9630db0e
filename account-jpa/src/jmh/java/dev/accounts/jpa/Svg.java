package dev.accounts.jpa;

import java.util.List;
import java.util.Locale;

/** Parts of the pictures, readable on white and on black. */
public final class Svg {

    public static final List<String> COLOURS =
            List.of("#1f83d6", "#e0701a", "#2a9d4a", "#d6403a", "#8f6bd1", "#a0694f", "#d957a8");

    /** Of a line that a value can be read off. */
    public static final String GRID = "class=\"grid\"";

    /** Of a line that is to be reached. */
    public static final String BAR = "stroke=\"#d6403a\" stroke-dasharray=\"5 4\"";

    public static final String END = "</svg>\n";

    private static final String HEAD = """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 780 %d" font-family="sans-serif" font-size="13">
            <style>text { fill: #1f2328 } .grid { stroke: #8c959f; stroke-opacity: 0.4 }
            @media (prefers-color-scheme: dark) { text { fill: #e6edf3 } }</style>
            <text x="%d" y="22" font-weight="bold">%s</text>
            """;

    private Svg() {}

    public static String head(int height, int left, String title) {
        return HEAD.formatted(height, left, title);
    }

    public static String text(double x, double y, String anchor, String text) {
        return String.format(
                Locale.ROOT, "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>%n", x, y, anchor, text);
    }

    public static String line(double x1, double x2, double y1, double y2, String style) {
        return String.format(
                Locale.ROOT, "<line x1=\"%.1f\" x2=\"%.1f\" y1=\"%.1f\" y2=\"%.1f\" %s/>%n", x1, x2, y1, y2, style);
    }
}
