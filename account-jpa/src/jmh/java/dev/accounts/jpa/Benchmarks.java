package dev.accounts.jpa;

import java.util.List;
import org.openjdk.jmh.runner.RunnerException;

/** Runs the comparisons whose names hold the first argument, all of them without one, and prints a Markdown table. */
public final class Benchmarks {

    private static final int CORES = Runtime.getRuntime().availableProcessors();

    private static final List<Comparison> COMPARISONS = List.of(
            new Comparison(MeBenchmark.class, "byHand", 1, 2, 0.95),
            new Comparison(MeBenchmark.class, "byHand", 8, 2, 0.93),
            new Comparison(MeBenchmark.class, "springSession", 1, 2, 1.5),
            new Comparison(MeBenchmark.class, "springSession", 8, 2, 1.5),
            new Comparison(MeBenchmark.class, "introspection", 1, 2, 1.5),
            new Comparison(MeBenchmark.class, "introspection", CORES, 2, 1.5),
            new Comparison(ServletBenchmark.class, "fixed", CORES, 2, 0.5),
            new Comparison(ServletBenchmark.class, "fixed", 2 * CORES, 2, 0.5),
            new Comparison(ServletByHandBenchmark.class, "fixed", 2 * CORES, 2, 0.5),
            new Comparison(MemoryServletBenchmark.class, "fixed", CORES, 2, 0.5),
            new Comparison(GetUserBenchmark.class, "byHand", 1, 2, 0.95),
            new Comparison(GetUserBenchmark.class, "byHand", 8, 2, 0.95),
            new Comparison(MemoryMeBenchmark.class, "map", 1, 2, 0.50),
            new Comparison(MemoryMeBenchmark.class, "map", CORES, 2, 0.50),
            new Comparison(LogoutBenchmark.class, "byHand", 1, 2, 0.85),
            new Comparison(LogoutBenchmark.class, "byHand", CORES, 2, 0.85),
            new Comparison(LoginBenchmark.class, "bareArgon2", CORES, 3, 0.95),
            new Comparison(LoginBenchmark.class, "byHand", CORES, 3, 0.95),
            new Comparison(LoginBenchmark.class, "byHand", "bareArgon2", CORES, 3, 0.95),
            new Comparison(RegisterBenchmark.class, "bareArgon2", CORES, 3, 0.95),
            new Comparison(RegisterBenchmark.class, "byHand", CORES, 3, 0.95),
            new Comparison(RegisterBenchmark.class, "byHand", "bareArgon2", CORES, 3, 0.95),
            new Comparison(RegisterBenchmark.class, "inMemory", "bareArgon2", CORES, 3, 0.95),
            new Comparison(LoginBenchmark.class, "springSecurity", CORES, 3, 2.0));

    private Benchmarks() {}

    public static void main(String[] args) throws RunnerException {
        String wanted = args.length == 0 ? "" : args[0];
        System.out.println("| What | Service per second | Reference per second | Ratio | Bar | Reached |");
        System.out.println("|---|---|---|---|---|---|");
        for (Comparison comparison : COMPARISONS) {
            if (comparison.name().contains(wanted)) {
                System.out.println(comparison.run());
            }
        }
        // The server and the pool leave threads behind.
        System.exit(0);
    }
}
