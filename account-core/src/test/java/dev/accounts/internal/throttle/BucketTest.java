package dev.accounts.internal.throttle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accounts.policy.RateLimit;
import dev.accounts.spi.Attempts;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BucketTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Bucket BUCKET = new Bucket(RateLimit.perHour(60));

    @Test
    void takes_as_many_as_it_may_hold() {
        Optional<Attempts> count = Optional.empty();
        for (int i = 0; i < 60; i++) {
            assertThat(BUCKET.waitFor(count, NOW)).isEmpty();
            count = Optional.of(BUCKET.withOneMore(count, NOW));
        }

        assertThat(BUCKET.waitFor(count, NOW)).contains(MINUTE);
    }

    @Test
    void loses_one_with_each_interval() {
        Optional<Attempts> full = Optional.of(new Attempts(60, NOW));

        assertThat(BUCKET.waitFor(full, NOW.plusSeconds(59))).contains(Duration.ofSeconds(1));
        assertThat(BUCKET.waitFor(full, NOW.plusSeconds(60))).isEmpty();
        assertThat(BUCKET.left(full, NOW.plusSeconds(90))).contains(new Attempts(59, NOW.plusSeconds(60)));
    }

    @Test
    void keeps_what_is_left_of_an_interval() {
        Attempts next = BUCKET.withOneMore(Optional.of(new Attempts(60, NOW)), NOW.plusSeconds(119));

        assertThat(next).isEqualTo(new Attempts(60, NOW.plusSeconds(60)));
        assertThat(BUCKET.waitFor(Optional.of(next), NOW.plusSeconds(119))).contains(Duration.ofSeconds(1));
    }

    @Test
    void makes_wait_for_all_that_is_too_much() {
        assertThat(BUCKET.waitFor(Optional.of(new Attempts(62, NOW)), NOW)).contains(MINUTE.multipliedBy(3));
    }

    @Test
    void is_empty_in_the_end() {
        assertThat(BUCKET.left(Optional.of(new Attempts(60, NOW)), NOW.plus(Duration.ofHours(1))))
                .isEmpty();
        assertThat(BUCKET.left(Optional.of(new Attempts(1, NOW)), NOW.plus(Duration.ofDays(9))))
                .isEmpty();
        assertThat(BUCKET.left(Optional.empty(), NOW)).isEmpty();
    }
}
