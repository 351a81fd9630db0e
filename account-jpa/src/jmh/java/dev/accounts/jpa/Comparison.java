package dev.accounts.jpa;

import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Two benchmarks that take turns in one JVM, round by round in the order A B B A, so that what disturbs the machine disturbs
 * both; the ratio is taken within each pair of neighbours.
 *
 * @param benchmark the class of both
 * @param candidate the method that is judged
 * @param reference the method that it is compared with
 * @param threads how many threads call
 * @param roundSeconds how long one round is
 * @param bar the ratio to reach
 */
record Comparison(Class<?> benchmark, String candidate, String reference, int threads, int roundSeconds, double bar) {

    private static final String SERVICE = "service";
    private static final int WARM_UP_SECONDS = 8;
    private static final int PAIRS = Integer.getInteger("benchmark.pairs", 10);

    Comparison(Class<?> benchmark, String reference, int threads, int roundSeconds, double bar) {
        this(benchmark, SERVICE, reference, threads, roundSeconds, bar);
    }

    String name() {
        String judged = candidate.equals(SERVICE) ? "" : " " + candidate;
        return benchmark.getSimpleName().replace("Benchmark", "") + judged + " / " + reference + ", " + threads
                + " thread" + (threads == 1 ? "" : "s");
    }

    /** A row of a Markdown table. */
    String run() throws RunnerException {
        List<Double> candidates = new ArrayList<>();
        List<Double> references = new ArrayList<>();
        List<Double> ratios = new ArrayList<>();
        round(candidate, WARM_UP_SECONDS);
        round(reference, WARM_UP_SECONDS);
        for (int pair = 0; pair < PAIRS; pair++) {
            boolean candidateFirst = pair % 2 == 0;
            double first = round(candidateFirst ? candidate : reference, roundSeconds);
            double second = round(candidateFirst ? reference : candidate, roundSeconds);
            candidates.add(candidateFirst ? first : second);
            references.add(candidateFirst ? second : first);
            ratios.add(candidateFirst ? first / second : second / first);
        }
        Spread ratio = Spread.of(ratios);
        return "| %s | %s | %s | %s | %.2f | %s |"
                .formatted(
                        name(),
                        Spread.of(candidates).perSecond(),
                        Spread.of(references).perSecond(),
                        ratio.plain(),
                        bar,
                        ratio.median() >= bar ? "yes" : "no");
    }

    /** Operations per second. */
    private double round(String method, int seconds) throws RunnerException {
        return new Runner(new OptionsBuilder()
                        .include("^" + benchmark.getName() + "\\." + method + "$")
                        .threads(threads)
                        .forks(0)
                        .warmupIterations(1)
                        .warmupTime(TimeValue.milliseconds(300))
                        .measurementIterations(1)
                        .measurementTime(TimeValue.seconds(seconds))
                        .verbosity(VerboseMode.SILENT)
                        .shouldFailOnError(true)
                        .build())
                .runSingle()
                .getPrimaryResult()
                .getScore();
    }
}
