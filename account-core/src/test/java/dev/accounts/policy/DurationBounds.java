package dev.accounts.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Function;

/** Asserts within which bounds a setting takes durations, and that it names itself where it does not. */
final class DurationBounds {

    static final Duration LONGEST = Duration.ofDays(36_500);

    private static final Duration MICROSECOND = Duration.ofNanos(1000);

    private DurationBounds() {}

    static void assertBounded(String name, Duration longest, Function<Duration, ?> setting) {
        assertThat(setting.apply(MICROSECOND)).isNotNull();
        assertThat(setting.apply(longest)).isNotNull();
        List.of(
                        Duration.ZERO,
                        MICROSECOND.minusNanos(1),
                        Duration.ofSeconds(-1),
                        longest.plusNanos(1),
                        ChronoUnit.FOREVER.getDuration())
                .forEach(value -> assertThatIllegalArgumentException()
                        .isThrownBy(() -> setting.apply(value))
                        .withMessageStartingWith(name + " must be within PT0.000001S to " + longest)
                        .withMessageEndingWith(": " + value));
    }
}
