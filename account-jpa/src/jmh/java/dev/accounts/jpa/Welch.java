package dev.accounts.jpa;

import java.util.Arrays;
import java.util.List;

/** Welch's t-test of two samples, without the 5 % of each that are slowest and fastest. */
final class Welch {

    private static final int CUT = 20;

    private Welch() {}

    static double t(List<Double> some, List<Double> others) {
        double[] first = cropped(some);
        double[] second = cropped(others);
        double error = Math.sqrt(variance(first) / first.length + variance(second) / second.length);
        return error == 0 ? 0 : (mean(first) - mean(second)) / error;
    }

    static double median(List<Double> values) {
        return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
    }

    private static double[] cropped(List<Double> values) {
        int cut = values.size() / CUT;
        return values.stream()
                .sorted()
                .skip(cut)
                .limit(values.size() - 2L * cut)
                .mapToDouble(Double::doubleValue)
                .toArray();
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElseThrow();
    }

    private static double variance(double[] values) {
        double mean = mean(values);
        return Arrays.stream(values)
                        .map(value -> (value - mean) * (value - mean))
                        .sum()
                / (values.length - 1);
    }
}
