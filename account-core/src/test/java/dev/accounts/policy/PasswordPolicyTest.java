package dev.accounts.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.accounts.password.BreachedPasswords;
import dev.accounts.password.BreachedPasswords.WhenUnavailable;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordPolicyTest {

    private static final PasswordPolicy DEFAULTS = PasswordPolicy.defaults();
    private static final BreachedPasswords NONE = password -> false;

    @Test
    void defaults_are_8_characters_no_words_no_check_and_30_minutes() {
        assertThat(DEFAULTS)
                .isEqualTo(new PasswordPolicy(
                        8, Set.of(), Optional.empty(), WhenUnavailable.ALLOW, Duration.ofMinutes(30)));
    }

    @Test
    void each_setting_changes_one_component() {
        PasswordPolicy policy = DEFAULTS.minLength(15)
                .contextWords("Perm", "Weather", "Perm")
                .breached(NONE, WhenUnavailable.REFUSE)
                .resetLifetime(Duration.ofMinutes(5));

        assertThat(policy)
                .isEqualTo(new PasswordPolicy(
                        15,
                        Set.of("Perm", "Weather"),
                        Optional.of(NONE),
                        WhenUnavailable.REFUSE,
                        Duration.ofMinutes(5)));
    }

    @ParameterizedTest
    @ValueSource(ints = {7, 0, -1, 65, Integer.MAX_VALUE})
    void a_minimum_length_out_of_bounds_is_refused(int length) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DEFAULTS.minLength(length))
                .withMessage("minLength must be within 8 to 64: " + length);
    }

    @Test
    void the_bounds_of_the_minimum_length_are_within() {
        assertThat(DEFAULTS.minLength(8).minLength()).isEqualTo(8);
        assertThat(DEFAULTS.minLength(64).minLength()).isEqualTo(64);
    }

    @Test
    void a_reset_lives_for_a_day_at_the_most() {
        DurationBounds.assertBounded("resetLifetime", Duration.ofDays(1), DEFAULTS::resetLifetime);
    }

    @Test
    void the_words_are_copied() {
        Set<String> words = new HashSet<>(Set.of("perm"));
        PasswordPolicy policy =
                new PasswordPolicy(8, words, Optional.empty(), WhenUnavailable.ALLOW, Duration.ofMinutes(30));

        words.add("weather");

        assertThat(policy.contextWords()).containsExactly("perm");
        assertThatThrownBy(() -> policy.contextWords().add("weather"))
                .isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void null_is_refused_by_name() {
        assertThatNullPointerException()
                .isThrownBy(() -> DEFAULTS.resetLifetime(null))
                .withMessage("resetLifetime");
        assertThatNullPointerException()
                .isThrownBy(() -> DEFAULTS.breached(NONE, null))
                .withMessage("whenUnavailable");
    }

    @Test
    void null_for_the_check_is_refused_by_name() {
        assertThatNullPointerException()
                .isThrownBy(() -> DEFAULTS.breached(null, WhenUnavailable.ALLOW))
                .withMessage("breached");
    }
}
