package dev.accounts.internal.throttle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accounts.policy.ThrottlePolicy;
import dev.accounts.spi.Attempts;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackoffTest {

    private static final Backoff BACKOFF = new Backoff(ThrottlePolicy.defaults());
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration DAY = Duration.ofDays(1);
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    @Nested
    class Waits {

        @ParameterizedTest
        @CsvSource({
            "1, 0",
            "4, 0",
            "5, 1",
            "6, 2",
            "7, 4",
            "8, 8",
            "9, 16",
            "10, 32",
            "11, 64",
            "12, 128",
            "13, 256",
            "14, 512",
            "15, 900",
            "16, 900",
            "35, 900",
            "36, 900",
            "70, 900",
            "2147483647, 900"
        })
        void after_each_number_of_failures(int failures, long seconds) {
            assertThat(BACKOFF.waitFor(new Attempts(failures, NOW), NOW)).isEqualTo(Duration.ofSeconds(seconds));
        }

        @Test
        void for_what_is_left_of_it() {
            Attempts attempts = new Attempts(6, NOW);

            assertThat(BACKOFF.waitFor(attempts, NOW.plusMillis(500))).isEqualTo(Duration.ofMillis(1500));
            assertThat(BACKOFF.waitFor(attempts, NOW.plusSeconds(2))).isZero();
            assertThat(BACKOFF.waitFor(attempts, NOW.plusSeconds(3))).isNegative();
        }

        @Test
        void no_longer_and_no_shorter_where_the_clock_was_set_back() {
            assertThat(BACKOFF.waitFor(new Attempts(6, NOW), NOW.minusSeconds(3600)))
                    .isEqualTo(Duration.ofSeconds(2));
        }

        @Test
        void within_the_range_of_durations_whatever_is_set() {
            Duration longest = Duration.ofHours(12);
            ThrottlePolicy policy = new ThrottlePolicy(1, longest, longest);

            assertThat(new Backoff(policy).waitFor(new Attempts(Integer.MAX_VALUE, NOW), NOW))
                    .isEqualTo(longest);
        }

        @Test
        void reach_the_longest_delay_from_the_shortest_one_in_the_end() {
            ThrottlePolicy policy = new ThrottlePolicy(1, Duration.ofNanos(1000), Duration.ofHours(12));

            assertThat(new Backoff(policy).waitFor(new Attempts(1000, NOW), NOW))
                    .isEqualTo(Duration.ofHours(12));
        }
    }

    @Nested
    class Remembers {

        private static final Attempts ATTEMPTS = new Attempts(7, NOW);

        @Test
        void for_a_day() {
            assertThat(BACKOFF.remembered(Optional.of(ATTEMPTS), NOW)).contains(ATTEMPTS);
            assertThat(BACKOFF.remembered(Optional.of(ATTEMPTS), NOW.plus(DAY).minusNanos(1)))
                    .contains(ATTEMPTS);
            assertThat(BACKOFF.remembered(Optional.of(ATTEMPTS), NOW.plus(DAY))).isEmpty();
            assertThat(BACKOFF.remembered(Optional.of(ATTEMPTS), NOW.minus(DAY)))
                    .contains(ATTEMPTS);
        }

        @Test
        void nothing_that_was_not_counted() {
            assertThat(BACKOFF.remembered(Optional.empty(), NOW)).isEmpty();
        }

        @Test
        void longer_than_anybody_has_to_wait() {
            assertThat(new ThrottlePolicy(1, SECOND, Duration.ofHours(12)).longestDelay())
                    .isLessThan(Backoff.MEMORY);
        }
    }

    /** An attacker who guesses as soon as it is allowed. */
    @Nested
    class Attacker {

        private Instant now = NOW;
        private Attempts attempts = new Attempts(1, NOW);
        private int guesses = 1;

        /** How many guesses are made before a moment. */
        private int guessesUntil(Instant end) {
            int before = guesses;
            while (true) {
                Duration wait = BACKOFF.waitFor(attempts, now);
                Instant next = wait.isNegative() ? now : now.plus(wait);
                if (!next.isBefore(end)) {
                    return guesses - before;
                }
                now = next;
                attempts = new Attempts(attempts.count() + 1, now);
                guesses++;
            }
        }

        @Test
        void has_109_guesses_on_the_first_day_and_96_on_each_other() {
            assertThat(1 + guessesUntil(NOW.plus(DAY))).isEqualTo(109);
            for (int day = 2; day <= 30; day++) {
                assertThat(guessesUntil(NOW.plus(DAY.multipliedBy(day)))).isEqualTo(96);
            }
        }
    }
}
