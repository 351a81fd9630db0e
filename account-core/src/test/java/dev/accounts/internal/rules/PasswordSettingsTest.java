package dev.accounts.internal.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.accounts.fixture.CodesAsTexts;
import dev.accounts.internal.text.Violations;
import dev.accounts.model.BusyException;
import dev.accounts.model.Violation;
import dev.accounts.password.BreachedPasswords;
import dev.accounts.password.BreachedPasswords.WhenUnavailable;
import dev.accounts.policy.PasswordPolicy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What a host can ask of passwords besides the rules that always hold. */
class PasswordSettingsTest {

    private static List<String> codes(PasswordPolicy policy, String password) {
        Violations violations = new Violations(CodesAsTexts.messages(), List.of());
        new PasswordRules(policy, CodesAsTexts.messages())
                .check(violations, PasswordForm.FIELD, password, Map.of("username", "bob"));
        return violations.has(PasswordForm.FIELD)
                ? violations.refusal().violations().stream()
                        .map(Violation::code)
                        .toList()
                : List.of();
    }

    @Nested
    class MinimumLength {

        private final PasswordPolicy policy = PasswordPolicy.defaults().minLength(15);

        @Test
        void is_counted_in_code_points() {
            assertThat(codes(policy, "xK9#mQ2zvB4!tW")).containsExactly("too_short");
            assertThat(codes(policy, "xK9#mQ2zvB4!t\uD83D\uDE00")).containsExactly("too_short");
            assertThat(codes(policy, "xK9#mQ2zvB4!tWr")).isEmpty();
            assertThat(codes(policy, "xK9#mQ2zvB4!tW\uD83D\uDE00")).isEmpty();
        }
    }

    @Nested
    class ContextWords {

        private final PasswordPolicy policy = PasswordPolicy.defaults().contextWords("Weatherline", " Perm-2026 ");

        @Test
        void are_no_passwords_in_any_case_and_compatible_form() {
            assertThat(codes(policy, "weatherline")).containsExactly("too_common");
            assertThat(codes(policy, "WEATHERLINE")).containsExactly("too_common");
            assertThat(codes(policy, " Weatherline\t")).containsExactly("too_common");
            assertThat(codes(policy, "ｗeatherline")).containsExactly("too_common");
            assertThat(codes(policy, "perm-2026")).containsExactly("too_common");
        }

        @Test
        void are_compared_whole() {
            assertThat(codes(policy, "Weatherline-x")).isEmpty();
            assertThat(codes(policy, "Weatherlin")).isEmpty();
        }

        @Test
        void are_none_by_default() {
            assertThat(codes(PasswordPolicy.defaults(), "Weatherline")).isEmpty();
        }
    }

    @Nested
    class Breaches {

        private final List<String> asked = new ArrayList<>();

        private final BreachedPasswords known = password -> {
            asked.add(password.toString());
            return password.toString().equals("xK9#mQ2zvB4!tWr");
        };

        private PasswordPolicy failing(WhenUnavailable unavailable) {
            return PasswordPolicy.defaults()
                    .breached(
                            password -> {
                                throw new IllegalStateException("no list");
                            },
                            unavailable);
        }

        @Test
        void make_a_password_unfit() {
            PasswordPolicy policy = PasswordPolicy.defaults().breached(known, WhenUnavailable.ALLOW);

            assertThat(codes(policy, "xK9#mQ2zvB4!tWr")).containsExactly("breached");
            assertThat(codes(policy, "xK9#mQ2zvB4!tWR")).isEmpty();
            assertThat(asked).containsExactly("xK9#mQ2zvB4!tWr", "xK9#mQ2zvB4!tWR");
        }

        @Test
        void are_not_asked_for_a_password_that_is_unfit_anyway() {
            PasswordPolicy policy = PasswordPolicy.defaults().breached(known, WhenUnavailable.REFUSE);

            assertThat(codes(policy, "12345678")).containsExactly("too_common", "entirely_numeric");
            assertThat(asked).isEmpty();
        }

        @Test
        void that_cannot_be_checked_keep_nobody_out_where_they_are_allowed() {
            assertThat(codes(failing(WhenUnavailable.ALLOW), "xK9#mQ2zvB4!tWr")).isEmpty();
        }

        @Test
        void that_cannot_be_checked_are_refused_for_now_where_they_are_not() {
            assertThatExceptionOfType(BusyException.class)
                    .isThrownBy(() -> codes(failing(WhenUnavailable.REFUSE), "xK9#mQ2zvB4!tWr"))
                    .satisfies(busy -> assertThat(busy.retryAfter()).isEqualTo(Duration.ofMinutes(1)))
                    .withNoCause();
        }
    }
}
