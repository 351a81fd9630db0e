package dev.accounts.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class AuditPolicyTest {

    private static final AuditPolicy DEFAULTS = AuditPolicy.defaults();

    @Test
    void defaults_are_a_year_and_beyond_a_deletion() {
        assertThat(DEFAULTS).isEqualTo(new AuditPolicy(Duration.ofDays(365), true));
    }

    @Test
    void each_setting_changes_one_component() {
        assertThat(DEFAULTS.retention(Duration.ofDays(1)).forgetDeleted())
                .isEqualTo(new AuditPolicy(Duration.ofDays(1), false));
        assertThat(DEFAULTS.forgetDeleted()).isEqualTo(new AuditPolicy(Duration.ofDays(365), false));
    }

    @Test
    void the_retention_is_bounded_by_name() {
        DurationBounds.assertBounded("retention", DurationBounds.LONGEST, DEFAULTS::retention);
    }

    @Test
    void null_is_refused_by_name() {
        assertThatNullPointerException()
                .isThrownBy(() -> DEFAULTS.retention(null))
                .withMessage("retention");
    }
}
