package dev.accounts.jpa;

import java.util.Collection;

/** The median of some measurements and the quartiles around it. */
public record Spread(double lower, double median, double upper) {

    public static Spread of(Collection<Double> measurements) {
        return new Spread(quantile(measurements, 0.25), quantile(measurements, 0.5), quantile(measurements, 0.75));
    }

    public static double quantile(Collection<Double> measurements, double fraction) {
        double[] sorted =
                measurements.stream().mapToDouble(Double::doubleValue).sorted().toArray();
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
