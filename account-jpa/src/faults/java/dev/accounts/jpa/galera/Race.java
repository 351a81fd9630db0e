package dev.accounts.jpa.galera;

import dev.accounts.model.InvalidInputException;
import dev.accounts.model.StorageException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;

/**
 * How calls ended that began at the same moment.
 *
 * @param winners what each call returned that was not refused
 * @param refusals how often each refusal came
 */
record Race<T>(List<T> winners, Map<String, Integer> refusals) {

    static <T> Race<T> run(List<Callable<T>> calls) throws InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(calls.size());
        CyclicBarrier start = new CyclicBarrier(calls.size());
        List<Future<T>> endings = new ArrayList<>();
        for (Callable<T> call : calls) {
            endings.add(threads.submit(() -> {
                start.await();
                return call.call();
            }));
        }
        threads.shutdown();
        List<T> winners = new ArrayList<>();
        Map<String, Integer> refusals = new TreeMap<>();
        for (Future<T> ending : endings) {
            try {
                winners.add(ending.get());
            } catch (ExecutionException e) {
                refusals.merge(name(e.getCause()), 1, Integer::sum);
            }
        }
        return new Race<>(winners, refusals);
    }

    /** Adds the refusals of another race. */
    void addTo(Map<String, Integer> all) {
        refusals.forEach((name, count) -> all.merge(name, count, Integer::sum));
    }

    /** The refusal, with what it tells a caller: the same names for refusals that a caller cannot tell apart. */
    private static String name(Throwable refusal) {
        String name = refusal.getClass().getSimpleName();
        if (refusal instanceof InvalidInputException invalid) {
            return invalid.violations().stream()
                    .map(violation -> violation.field() + " " + violation.code())
                    .collect(Collectors.joining(", ", name + " ", ""));
        }
        return refusal instanceof StorageException failed
                ? name + " " + failed.outcome() + " " + database(failed)
                : name;
    }

    private static String database(Throwable failed) {
        String said = "";
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            said = cause instanceof SQLException e ? e.getSQLState() + " " + e.getErrorCode() : said;
        }
        return said;
    }
}
