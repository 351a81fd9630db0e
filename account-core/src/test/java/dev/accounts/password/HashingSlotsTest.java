package dev.accounts.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
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
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
class HashingSlotsTest {

    private final ExecutorService threads = Executors.newFixedThreadPool(64);

    @AfterEach
    void stopThreads() {
        threads.shutdownNow();
    }

    @Test
    void of_64_callers_no_more_than_set_are_inside_at_once_and_none_is_lost() throws Exception {
        HashingSlots slots = new HashingSlots(3, Duration.ofSeconds(50), 61);
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        Callable<Integer> caller = () -> slots.call(() -> {
            most.accumulateAndGet(inside.incrementAndGet(), Math::max);
            Thread.onSpinWait();
            return inside.getAndDecrement();
        });

        List<Future<Integer>> answers =
                threads.invokeAll(IntStream.range(0, 6400).mapToObj(i -> caller).collect(Collectors.toList()));

        for (Future<Integer> answer : answers) {
            assertThat(answer.get()).isBetween(1, 3);
        }
        assertThat(most.get()).isBetween(1, 3);
        assertThat(inside.get()).isZero();
    }

    @Test
    void as_many_as_set_are_inside_at_once() throws Exception {
        HashingSlots slots = new HashingSlots(2, Duration.ofSeconds(50), 100);
        CountDownLatch both = new CountDownLatch(2);
        Callable<Boolean> caller = () -> slots.call(() -> {
            both.countDown();
            return await(both);
        });

        for (Future<Boolean> answer : threads.invokeAll(List.of(caller, caller))) {
            assertThat(answer.get()).isTrue();
        }
    }

    @Test
    void a_caller_is_refused_when_no_slot_becomes_free_in_time() {
        HashingSlots slots = new HashingSlots(1, Duration.ofMillis(1), 100);

        slots.call(() -> assertThatExceptionOfType(BusyException.class)
                .isThrownBy(() -> slots.call(() -> "inside"))
                .satisfies(busy -> assertThat(busy.retryAfter()).isEqualTo(Duration.ofSeconds(1))));

        assertThat(slots.call(() -> "free again")).isEqualTo("free again");
    }

    @Test
    void a_caller_is_refused_at_once_where_enough_wait() throws Exception {
        HashingSlots slots = new HashingSlots(1, Duration.ofSeconds(50), 1);
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch leave = new CountDownLatch(1);
        Future<Boolean> first = threads.submit(() -> slots.call(() -> {
            inside.countDown();
            return await(leave);
        }));
        inside.await();
        Future<String> second = threads.submit(() -> slots.call(() -> "waited"));
        while (slots.callers() < 2) {
            Thread.onSpinWait();
        }

        assertThatExceptionOfType(BusyException.class)
                .isThrownBy(() -> slots.call(() -> "inside"))
                .satisfies(busy -> assertThat(busy.retryAfter()).isEqualTo(Duration.ofSeconds(50)));

        leave.countDown();
        assertThat(first.get()).isTrue();
        assertThat(second.get()).isEqualTo("waited");
        assertThat(slots.callers()).isZero();
        assertThat(slots.call(() -> "free again")).isEqualTo("free again");
    }

    @Test
    void half_of_them_are_at_least_one_and_apart() {
        HashingSlots slots = new HashingSlots(1, Duration.ofMillis(1), 100);

        assertThat(slots.<String>call(() -> slots.half().call(() -> "apart"))).isEqualTo("apart");
    }

    @Test
    void an_interrupted_caller_is_refused_told_to_wait_as_long_as_set_and_stays_interrupted() {
        HashingSlots slots = new HashingSlots(1, Duration.ofSeconds(50), 100);

        slots.call(() -> {
            Thread.currentThread().interrupt();
            return assertThatExceptionOfType(BusyException.class)
                    .isThrownBy(() -> slots.call(() -> "inside"))
                    .satisfies(busy -> assertThat(busy.retryAfter()).isEqualTo(Duration.ofSeconds(50)));
        });

        assertThat(Thread.interrupted()).isTrue();
        assertThat(slots.call(() -> "free again")).isEqualTo("free again");
    }

    @Test
    void a_failed_computation_frees_its_slot() {
        HashingSlots slots = new HashingSlots(1, Duration.ZERO, 100);

        assertThatIllegalStateException()
                .isThrownBy(() -> slots.call(() -> {
                    throw new IllegalStateException();
                }));

        assertThat(slots.call(() -> "free again")).isEqualTo("free again");
    }

    @Test
    void a_wait_beyond_what_nanoseconds_can_count_is_a_long_wait() {
        assertThat(new HashingSlots(1, Duration.ofSeconds(Long.MAX_VALUE), 100).call(() -> "inside"))
                .isEqualTo("inside");
    }

    @Test
    void slots_and_wait_must_make_sense() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new HashingSlots(0, Duration.ZERO, 100))
                .withMessageContaining("0");
        assertThatIllegalArgumentException().isThrownBy(() -> new HashingSlots(1, Duration.ofNanos(-1), 100));
    }

    private static boolean await(CountDownLatch latch) {
        try {
            return latch.await(50, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
