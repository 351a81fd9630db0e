package dev.accounts.internal.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accounts.fixture.CodesAsTexts;
import dev.accounts.internal.text.Violations;
import dev.accounts.model.Violation;
import dev.accounts.policy.PasswordPolicy;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class PasswordRulesTest {

    private static final PasswordRules RULES = new PasswordRules(PasswordPolicy.defaults(), CodesAsTexts.messages());

    @Nested
    class Form {

        @Test
        void up_to_4096_code_points_are_accepted() {
            assertThat(formOf("\uD83D\uDE00".repeat(4096))).isEmpty();
            assertThat(formOf("\uD83D\uDE00".repeat(4097))).containsExactly("too_long");
        }

        @Test
        void every_problem_is_reported_at_once() {
            assertThat(formOf(null)).containsExactly("required");
            assertThat(formOf("")).containsExactly("blank");
            assertThat(formOf("\u3000 ")).containsExactly("blank");
            assertThat(formOf("\0\uD800" + "a".repeat(4096)))
                    .containsExactly("too_long", "null_characters", "malformed_unicode");
        }

        @Test
        void of_a_text_that_is_far_too_long_nothing_more_is_read() {
            assertThat(formOf("a".repeat(4 * 4096 - 1) + "\0")).containsExactly("too_long", "null_characters");
            assertThat(formOf("a".repeat(4 * 4096) + "\0")).containsExactly("too_long");
        }

        @Test
        void what_cannot_be_a_password_is_not_verified_at_login() {
            assertThat(PasswordForm.isUsable("")).isTrue();
            assertThat(PasswordForm.isUsable("a".repeat(4096))).isTrue();
            assertThat(PasswordForm.isUsable("a".repeat(4097))).isFalse();
            assertThat(PasswordForm.isUsable("a\uD800")).isFalse();
            assertThat(PasswordForm.isUsable(null)).isFalse();
        }

        private static List<String> formOf(String password) {
            Violations violations = violations();
            PasswordForm.check(violations, PasswordForm.FIELD, password);
            return codes(violations);
        }
    }

    @Nested
    class Strength {

        @Test
        void only_the_first_similar_attribute_is_named() {
            Map<String, String> attributes = new LinkedHashMap<>();
            attributes.put("email", "margarita@example.com");
            attributes.put("username", "margarita");
            Violations violations = violations();

            RULES.check(violations, PasswordForm.FIELD, "margarita-1", attributes);

            assertThat(codes(violations)).containsExactly("too_similar");
        }

        @Test
        void a_blank_attribute_is_similar_to_nothing() {
            assertThat(strengthOf("xK9#mQ2z", "")).isEmpty();
            assertThat(strengthOf("", "")).containsExactly("too_short");
        }

        @Test
        void seven_characters_are_too_short_and_eight_are_not() {
            assertThat(strengthOf("xK9#mQ\uD83D\uDE00", "bob")).containsExactly("too_short");
            assertThat(strengthOf("xK9#mQ2\uD83D\uDE00", "bob")).isEmpty();
        }

        @Test
        void every_broken_rule_is_reported_in_order() {
            assertThat(strengthOf("123456", "123456"))
                    .containsExactly("too_similar", "too_short", "too_common", "entirely_numeric");
        }

        @Test
        void digits_of_any_script_are_no_password() {
            assertThat(strengthOf("\u0667\u00B3\u24607418", "bob")).containsExactly("too_short", "entirely_numeric");
            assertThat(strengthOf("8467293105", "bob")).containsExactly("entirely_numeric");
            assertThat(strengthOf("8467293105x", "bob")).isEmpty();
        }

        @Test
        void a_part_much_shorter_than_the_password_is_not_compared() {
            assertThat(LetterCounts.of(CodePoints.lower("bbbbbbbbbb")).areSimilarTo("b"))
                    .isFalse();
            assertThat(LetterCounts.of(CodePoints.lower("Bob-Bob")).areSimilarTo("x bob_bob y"))
                    .isTrue();
            assertThat(LetterCounts.of(CodePoints.lower("")).areSimilarTo("bob"))
                    .isFalse();
        }

        private static List<String> strengthOf(String password, String username) {
            Violations violations = violations();
            RULES.check(violations, PasswordForm.FIELD, password, Map.of("username", username));
            return codes(violations);
        }
    }

    private static Violations violations() {
        return new Violations(CodesAsTexts.messages(), List.of());
    }

    private static List<String> codes(Violations violations) {
        return violations.has("password")
                ? violations.refusal().violations().stream()
                        .map(Violation::code)
                        .toList()
                : List.of();
    }
}
