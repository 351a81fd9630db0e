package dev.accounts.internal.throttle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.accounts.model.BusyException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
class PerNameQueueTest {

    private final PerNameQueue turns = new PerNameQueue(Duration.ofSeconds(30), 3200, System::nanoTime);
    private final ExecutorService threads = Executors.newFixedThreadPool(32);
    private final CountDownLatch end = new CountDownLatch(1);

    @AfterEach
    void stopThreads() {
        end.countDown();
        threads.shutdownNow();
    }

    /** Has another thread take its turn and keep it. */
    private void occupy(PerNameQueue turns, String key) throws InterruptedException {
        CountDownLatch inside = new CountDownLatch(1);
        threads.execute(() -> turns.call(key, turns.arrive(), () -> {
            inside.countDown();
            return await(end);
        }));
        inside.await();
    }

    private static boolean await(CountDownLatch latch) {
        try {
            latch.await();
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Test
    void attempts_for_one_name_come_one_after_the_other_and_none_is_lost() throws Exception {
        AtomicInteger inside = new AtomicInteger();
        Callable<Integer> attempt = () -> turns.call("ana", turns.arrive(), () -> {
            int here = inside.incrementAndGet();
            Thread.onSpinWait();
            inside.decrementAndGet();
            return here;
        });

        List<Future<Integer>> answers = threads.invokeAll(
                IntStream.range(0, 3200).mapToObj(i -> attempt).collect(Collectors.toList()));

        for (Future<Integer> answer : answers) {
            assertThat(answer.get()).isOne();
        }
    }

    @Test
    void a_name_does_not_wait_for_another() throws Exception {
        occupy(turns, "ana");

        assertThat(turns.call("ben", turns.arrive(), () -> "ben")).isEqualTo("ben");
    }

    @Test
    void a_name_does_not_wait_for_another_with_the_same_hash_code() throws Exception {
        assertThat("Aa").hasSameHashCodeAs("BB");
        occupy(turns, "Aa");

        assertThat(turns.call("BB", turns.arrive(), () -> "BB")).isEqualTo("BB");
    }

    @Test
    void nothing_is_kept_of_names_that_nobody_waits_for() throws Exception {
        turns.call("ana", turns.arrive(), () -> turns.call("ben", turns.arrive(), () -> 2));
        occupy(turns, "cid");
        assertThat(turns.names()).isOne();

        assertThatExceptionOfType(BusyException.class).isThrownBy(() -> {
            Thread.currentThread().interrupt();
            turns.call("cid", turns.arrive(), () -> 1);
        });
        assertThat(Thread.interrupted()).isTrue();
        assertThat(turns.names()).isOne();
    }

    @Test
    void a_turn_ends_however_the_attempt_ends() {
        assertThatIllegalStateException()
                .isThrownBy(() -> turns.call("ana", turns.arrive(), () -> {
                    throw new IllegalStateException("as it is");
                }))
                .withMessage("as it is");

        assertThat(threads.submit(() -> turns.call("ana", turns.arrive(), () -> 1)))
                .succeedsWithin(Duration.ofSeconds(9));
    }

    @Test
    void whoever_waits_for_too_long_is_told_busy() throws Exception {
        // Time stands still: otherwise a pause of the machine would make the first caller too late as well.
        PerNameQueue hasty = new PerNameQueue(Duration.ofMillis(1), 2, () -> 0);
        occupy(hasty, "ana");

        assertThatExceptionOfType(BusyException.class)
                .isThrownBy(() -> hasty.call("ana", hasty.arrive(), () -> 1))
                .satisfies(busy -> assertThat(busy.retryAfter()).isPositive());
    }

    @Test
    void whoever_is_interrupted_is_told_busy_and_stays_interrupted() throws Exception {
        occupy(turns, "ana");

        Future<Boolean> interrupted = threads.submit(() -> {
            Thread.currentThread().interrupt();
            assertThatExceptionOfType(BusyException.class).isThrownBy(() -> turns.call("ana", turns.arrive(), () -> 1));
            return Thread.interrupted();
        });

        assertThat(interrupted.get()).isTrue();
    }

    @Test
    void no_more_than_the_allowed_attempts_run_or_wait_for_one_name() throws Exception {
        PerNameQueue single = new PerNameQueue(Duration.ofSeconds(30), 1, System::nanoTime);
        occupy(single, "ana");

        assertThatExceptionOfType(BusyException.class).isThrownBy(() -> single.call("ana", single.arrive(), () -> 1));

        assertThat(single.call("ben", single.arrive(), () -> 2)).isEqualTo(2);
        assertThat(single.names()).isOne();
    }

    @Test
    void an_attempt_that_arrived_too_long_ago_is_not_made() {
        AtomicLong nanos = new AtomicLong();
        PerNameQueue slow = new PerNameQueue(Duration.ofSeconds(5), 2, nanos::get);
        PerNameQueue.Arrival arrival = slow.arrive();

        nanos.addAndGet(Duration.ofSeconds(5).toNanos());
        assertThat(slow.call("ana", arrival, () -> 1)).isOne();

        nanos.incrementAndGet();
        assertThatExceptionOfType(BusyException.class).isThrownBy(() -> slow.call("ana", arrival, () -> 1));
    }

    @Test
    void a_failure_is_remembered_for_those_who_had_arrived_before_it() {
        PerNameQueue.Arrival before = turns.arrive();

        turns.failed("ana");

        assertThat(turns.hasFailedSince("ana", before)).isTrue();
        assertThat(turns.hasFailedSince("ben", before)).isFalse();
        assertThat(turns.hasFailedSince("ana", turns.arrive())).isFalse();
    }
}
