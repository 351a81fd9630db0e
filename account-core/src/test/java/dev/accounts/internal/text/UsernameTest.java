package dev.accounts.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accounts.fixture.CodesAsTexts;
import dev.accounts.model.Violation;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UsernameTest {

    private final Violations violations = new Violations(CodesAsTexts.messages(), List.of());

    @Nested
    class Checking {

        @Test
        void keeps_the_shown_form_and_folds_the_key() {
            assertThat(Username.check(violations, Username.FIELD, " \uFF2Bust\u00B2 "))
                    .contains(new Username("Kust2", "kust2"));
        }

        @Test
        void the_key_of_the_modifier_capital_a_is_that_of_a() {
            assertThat(Username.check(violations, Username.FIELD, "\u1D2C")).contains(new Username("A", "a"));
        }

        @ParameterizedTest
        @CsvSource({"jose\u0301, jos\u00E9", "n\u0303, \u00F1", "a\uFF20b, a@b", "\u24D0, a"})
        void judges_the_shown_form(String given, String shown) {
            assertThat(Username.check(violations, Username.FIELD, given)).contains(new Username(shown, shown));
        }

        @Test
        void refuses_marks_that_belong_to_no_letter() {
            assertThat(codes("x\u0301")).containsExactly("invalid");
            assertThat(codes("\u3231")).containsExactly("invalid");
        }

        @ParameterizedTest
        @ValueSource(strings = {"\u115F", "\u1160", "\u3164", "\uFFA0", "a\u3164b"})
        void refuses_letters_that_show_nothing(String filler) {
            assertThat(codes(filler)).containsExactly("invalid");
        }

        @Test
        void counts_code_points_before_and_after_nfkc() {
            assertThat(codes("\uD840\uDC00".repeat(150))).isEmpty();
            assertThat(codes("\uD840\uDC00".repeat(151))).containsExactly("too_long");
            assertThat(codes("\uFB01".repeat(75))).isEmpty();
            assertThat(codes("\uFB01".repeat(76))).containsExactly("too_long");
            assertThat(codes("\uFB01".repeat(151))).containsExactly("too_long");
            assertThat(codes(" ".repeat(100) + "a".repeat(150) + " ".repeat(100)))
                    .isEmpty();
        }

        @Test
        void reports_every_problem_at_once() {
            assertThat(codes("\0".repeat(151))).containsExactly("invalid", "too_long", "null_characters");
            assertThat(codes("a\uD800")).containsExactly("invalid", "malformed_unicode");
            assertThat(codes(null)).containsExactly("required");
            assertThat(codes("\u3000")).containsExactly("blank");
        }

        private List<String> codes(String wanted) {
            Violations found = new Violations(CodesAsTexts.messages(), List.of());
            Optional<Username> username = Username.check(found, Username.FIELD, wanted);
            assertThat(username.isPresent()).isEqualTo(!found.has("username"));
            return username.isPresent()
                    ? List.of()
                    : found.refusal().violations().stream().map(Violation::code).toList();
        }
    }

    @Nested
    class LookingUp {

        @ParameterizedTest
        @CsvSource({"kust2", "KUST2", "'\t kust2 '", "\uFF2B\uFF35\uFF33\uFF34\uFF12", "\u212Aust\u2461"})
        void any_case_and_any_unicode_form_finds_the_account(String given) {
            assertThat(Username.lookUpKey(given)).contains("kust2");
        }

        @Test
        void letters_with_combining_marks_find_the_account() {
            assertThat(Username.lookUpKey("JOSE\u0301")).contains("jos\u00E9");
        }

        @ParameterizedTest
        @ValueSource(strings = {"", " ", "kust 2", "kust2\0", "kust2\uD800", "kust2\u200D", "kust2\u3164"})
        void a_text_that_no_account_can_have_finds_none(String given) {
            assertThat(Username.lookUpKey(given)).isEmpty();
            assertThat(Username.lookUpKey(null)).isEmpty();
        }

        @Test
        void a_text_that_is_too_long_finds_none() {
            assertThat(Username.lookUpKey("a".repeat(150))).contains("a".repeat(150));
            assertThat(Username.lookUpKey("a".repeat(151))).isEmpty();
        }
    }
}
