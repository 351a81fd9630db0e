package dev.accounts.policy;

import static dev.accounts.policy.DurationBounds.LONGEST;
import static dev.accounts.policy.DurationBounds.assertBounded;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenPolicyTest {

    private static final TokenPolicy DEFAULTS = TokenPolicy.defaults();

    @Test
    void defaults_are_30_days_no_idle_timeout_5_minutes_and_100() {
        assertThat(DEFAULTS)
                .isEqualTo(new TokenPolicy(
                        Optional.of(Duration.ofDays(30)), Optional.empty(), Duration.ofMinutes(5), 100, false));
    }

    @Test
    void each_setting_changes_one_component() {
        Duration hour = Duration.ofHours(1);

        assertThat(DEFAULTS.lifetime(hour))
                .isEqualTo(new TokenPolicy(Optional.of(hour), Optional.empty(), Duration.ofMinutes(5), 100, false));
        assertThat(DEFAULTS.neverExpiring().lifetime()).isEmpty();
        assertThat(DEFAULTS.idleTimeout(hour).neverExpiring())
                .isEqualTo(new TokenPolicy(Optional.empty(), Optional.of(hour), Duration.ofMinutes(5), 100, false));
        assertThat(DEFAULTS.lastUseInterval(hour).lastUseInterval()).isEqualTo(hour);
        assertThat(DEFAULTS.maxPerUser(1).maxPerUser()).isOne();
        assertThat(DEFAULTS.allowPersonalTokens())
                .isEqualTo(new TokenPolicy(DEFAULTS.lifetime(), Optional.empty(), Duration.ofMinutes(5), 100, true));
    }

    @Test
    void durations_are_bounded_by_name() {
        assertBounded("lifetime", LONGEST, DEFAULTS::lifetime);
        assertBounded("idleTimeout", LONGEST, DEFAULTS::idleTimeout);
        assertBounded("lastUseInterval", LONGEST, DEFAULTS::lastUseInterval);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 10_001, Integer.MIN_VALUE, Integer.MAX_VALUE})
    void a_number_of_tokens_out_of_bounds_is_refused(int number) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DEFAULTS.maxPerUser(number))
                .withMessage("maxPerUser must be within 1 to 10000: " + number);
    }

    @Test
    void the_bounds_of_the_number_are_within() {
        assertThat(DEFAULTS.maxPerUser(10_000).maxPerUser()).isEqualTo(10_000);
    }

    @Test
    void null_is_refused_by_name() {
        assertThatNullPointerException()
                .isThrownBy(() -> DEFAULTS.lastUseInterval(null))
                .withMessage("lastUseInterval");
        assertThatNullPointerException()
                .isThrownBy(() -> new TokenPolicy(null, Optional.empty(), Duration.ofMinutes(5), 1, false))
                .withMessage("lifetime");
        assertThatNullPointerException()
                .isThrownBy(() -> new TokenPolicy(Optional.empty(), null, Duration.ofMinutes(5), 1, false))
                .withMessage("idleTimeout");
    }

    @Test
    void null_for_an_optional_setting_is_refused_by_name() {
        assertThatNullPointerException()
                .isThrownBy(() -> DEFAULTS.lifetime(null))
                .withMessage("lifetime");
        assertThatNullPointerException()
                .isThrownBy(() -> DEFAULTS.idleTimeout(null))
                .withMessage("idleTimeout");
    }
}
