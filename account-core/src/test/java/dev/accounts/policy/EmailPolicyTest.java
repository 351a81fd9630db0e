package dev.accounts.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class EmailPolicyTest {

    private static final EmailPolicy DEFAULTS = EmailPolicy.defaults();

    @Test
    void defaults_need_no_address_and_give_a_day() {
        assertThat(DEFAULTS).isEqualTo(new EmailPolicy(false, false, false, Duration.ofDays(1)));
    }

    @Test
    void each_setting_changes_one_component() {
        assertThat(DEFAULTS.requireVerification()).isEqualTo(new EmailPolicy(true, false, false, Duration.ofDays(1)));
        assertThat(DEFAULTS.mailNewSources()).isEqualTo(new EmailPolicy(false, false, true, Duration.ofDays(1)));
        assertThat(DEFAULTS.allowLoginByEmail()).isEqualTo(new EmailPolicy(false, true, false, Duration.ofDays(1)));
        assertThat(DEFAULTS.requireVerification()
                        .verificationLifetime(Duration.ofHours(1))
                        .allowLoginByEmail())
                .isEqualTo(new EmailPolicy(true, true, false, Duration.ofHours(1)));
    }

    @Test
    void a_verification_lives_for_a_week_at_the_most() {
        DurationBounds.assertBounded("verificationLifetime", Duration.ofDays(7), DEFAULTS::verificationLifetime);
    }

    @Test
    void null_is_refused_by_name() {
        assertThatNullPointerException()
                .isThrownBy(() -> DEFAULTS.verificationLifetime(null))
                .withMessage("verificationLifetime");
    }
}
