package dev.accounts.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import dev.accounts.policy.FactorPolicy.Requirement;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FactorPolicyTest {

    private final FactorPolicy defaults = FactorPolicy.defaults();

    @Test
    void offers_factors_by_default() {
        assertThat(defaults).isEqualTo(new FactorPolicy(Requirement.OFFERED, "Account", Duration.ofMinutes(15)));
        assertThat(defaults.isOffered()).isTrue();
    }

    @Test
    void changes_one_setting_at_a_time() {
        assertThat(defaults.requirement(Requirement.OFF).issuer("Acme").freshness(Duration.ofHours(1)))
                .isEqualTo(new FactorPolicy(Requirement.OFF, "Acme", Duration.ofHours(1)));
    }

    @ParameterizedTest
    @CsvSource({
        "OFF, false, false, false",
        "OFFERED, true, false, false",
        "REQUIRED_FOR_STAFF, true, true, false",
        "REQUIRED_FOR_ALL, true, true, true"
    })
    void says_who_must_have_a_factor(Requirement requirement, boolean offered, boolean ofStaff, boolean ofOthers) {
        FactorPolicy policy = defaults.requirement(requirement);

        assertThat(policy.isOffered()).isEqualTo(offered);
        assertThat(policy.isRequiredFor(true)).isEqualTo(ofStaff);
        assertThat(policy.isRequiredFor(false)).isEqualTo(ofOthers);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t"})
    void refuses_a_blank_issuer(String issuer) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> defaults.issuer(issuer))
                .withMessageContaining("issuer");
    }

    @Test
    void bounds_the_issuer() {
        assertThat(defaults.issuer("i".repeat(100)).issuer()).hasSize(100);
        assertThatIllegalArgumentException().isThrownBy(() -> defaults.issuer("i".repeat(101)));
    }

    @Test
    void bounds_the_freshness() {
        DurationBounds.assertBounded("freshness", Duration.ofDays(1), defaults::freshness);
    }

    @Test
    void refuses_nulls() {
        assertThatNullPointerException()
                .isThrownBy(() -> defaults.requirement(null))
                .withMessage("requirement");
        assertThatNullPointerException().isThrownBy(() -> defaults.issuer(null)).withMessage("issuer");
        assertThatNullPointerException()
                .isThrownBy(() -> defaults.freshness(null))
                .withMessage("freshness");
    }
}
