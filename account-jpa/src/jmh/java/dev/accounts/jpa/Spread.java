package dev.accounts.jpa;

import java.util.Collection;

/** The median of some measurements and the quartiles around it. */
public record Spread(double lower, double median, double upper) {

    public static Spread of(Collection<Double> measurements) {
        double[] sorted =
                measurements.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return new Spread(quantile(sorted, 0.25), quantile(sorted, 0.5), quantile(sorted, 0.75));
    }

    private static double quantile(double[] sorted, double fraction) {
        double position = fraction * (sorted.length - 1);
        int below = (int) position;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
    }

    public String plain() {
        return "%.3f (%.3f to %.3f)".formatted(median, lower, upper);
    }

    public String perSecond() {
        String digits = median < 1000 ? "%.1f" : "%,.0f";
        return (digits + " (" + digits + " to " + digits + ")").formatted(median, lower, upper);
    }
}
