package dev.accounts.testkit.internal;

import dev.accounts.model.StorageException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/** Runs a task on many threads that start at the same moment. */
public final class Race {

    private static final int MAX_MINUTES = 2;
    private static final int ATTEMPTS = 10;

    private Race() {}

    /**
     * Runs a task once for each runner.
     *
     * @param task the task for runner 0, 1, …
     * @return the results in the order of the runners
     */
    public static <T> List<T> of(int runners, IntFunction<T> task) {
        ExecutorService threads = Executors.newFixedThreadPool(runners);
        try {
            CountDownLatch start = new CountDownLatch(1);
            List<Future<T>> running = new ArrayList<>();
            for (int i = 0; i < runners; i++) {
                int runner = i;
                Callable<T> waiting = () -> {
                    start.await();
                    return task.apply(runner);
                };
                running.add(threads.submit(waiting));
            }
            start.countDown();
            return running.stream().map(Race::result).toList();
        } finally {
            threads.shutdownNow();
        }
    }

    /**
     * Repeats an attempt that the database undid in favour of another runner and that changed nothing.
     *
     * @param attempt runs up to ten times
     */
    public static <T> T atLast(Supplier<T> attempt) {
        for (int left = ATTEMPTS - 1; left > 0; left--) {
            try {
                return attempt.get();
            } catch (StorageException e) {
                if (e.outcome() != StorageException.Outcome.UNCHANGED) {
                    throw e;
                }
            }
        }
        return attempt.get();
    }

    private static <T> T result(Future<T> runner) {
        try {
            return runner.get(MAX_MINUTES, TimeUnit.MINUTES);
        } catch (ExecutionException e) {
            throw new AssertionError("a runner failed: " + e.getCause(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        } catch (java.util.concurrent.TimeoutException e) {
            throw new AssertionError("a runner did not come back", e);
        }
    }
}
