package dev.accounts.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.time.Duration;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ThrottlePolicyTest {

    private static final ThrottlePolicy DEFAULTS = ThrottlePolicy.defaults();
    private static final Duration SECOND = Duration.ofSeconds(1);

    @Nested
    class Bounds {

        @Test
        void defaults_are_5_failures_a_second_and_a_quarter_of_an_hour() {
            assertThat(DEFAULTS).isEqualTo(new ThrottlePolicy(5, SECOND, Duration.ofMinutes(15)));
        }

        @ParameterizedTest
        @ValueSource(ints = {0, -1, 10_000_001, Integer.MAX_VALUE})
        void a_number_of_free_failures_out_of_bounds_is_refused(int free) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new ThrottlePolicy(free, SECOND, SECOND))
                    .withMessage("freeFailures must be within 1 to 10000000: " + free);
        }

        @Test
        void the_bounds_of_free_failures_are_within() {
            assertThat(new ThrottlePolicy(1, SECOND, SECOND).freeFailures()).isOne();
            assertThat(new ThrottlePolicy(10_000_000, SECOND, SECOND).freeFailures())
                    .isEqualTo(10_000_000);
        }

        @Test
        void delays_are_bounded_by_name() {
            Duration microsecond = Duration.ofNanos(1000);
            DurationBounds.assertBounded(
                    "longestDelay", Duration.ofHours(12), longest -> new ThrottlePolicy(5, microsecond, longest));
            DurationBounds.assertBounded(
                    "firstDelay",
                    Duration.ofMinutes(15),
                    first -> new ThrottlePolicy(5, first, Duration.ofMinutes(15)));
        }

        @Test
        void null_is_refused_by_name() {
            assertThatNullPointerException()
                    .isThrownBy(() -> new ThrottlePolicy(5, null, SECOND))
                    .withMessage("firstDelay");
            assertThatNullPointerException()
                    .isThrownBy(() -> new ThrottlePolicy(5, SECOND, null))
                    .withMessage("longestDelay");
        }
    }
}
