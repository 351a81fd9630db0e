package dev.accounts.internal.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.accounts.BadInput;
import dev.accounts.fixture.CodesAsTexts;
import dev.accounts.fixture.FuzzText;
import dev.accounts.internal.text.Texts;
import dev.accounts.internal.text.Violations;
import dev.accounts.model.Violation;
import dev.accounts.policy.PasswordPolicy;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

class PasswordRulesFuzzTest {

    private static final PasswordRules RULES = new PasswordRules(PasswordPolicy.defaults(), CodesAsTexts.messages());

    private static final Set<String> FORM =
            Set.of("required", "blank", "too_long", "null_characters", "malformed_unicode");
    private static final Set<String> STRENGTH = Set.of("too_similar", "too_short", "too_common", "entirely_numeric");

    static Stream<byte[]> bad_passwords() {
        return BadInput.seeds("password");
    }

    /** The first line is a password, the second a username, and the third an address. */
    @MethodSource("bad_passwords")
    @FuzzTest
    void a_password_is_judged_by_form_and_then_by_strength(byte[] input) {
        String[] lines = (FuzzText.of(input) + "\n\n").split("\n", -1);
        String password = lines[0];

        List<String> form = form(password);
        assertThat(FORM).containsAll(form);
        if (!form.contains("too_long") && !form.contains("malformed_unicode")) {
            assertThat(PasswordForm.isUsable(password)).isTrue();
        }
        if (form.isEmpty()) {
            List<String> strength = strength(password, lines[1], lines[2]);
            assertThat(STRENGTH).containsAll(strength);
            assertThat(strength).doesNotHaveDuplicates().isEqualTo(strength(password, lines[1], lines[2]));
            assertLength(password, strength.contains("too_short"));
            assertNoCopyOfAnAttribute(password, strength, lines);
        }
    }

    private static void assertLength(String password, boolean tooShort) {
        int length = password.codePointCount(0, password.length());
        assertThat(tooShort).isEqualTo(length < 8);
        assertThat(length).isBetween(1, 4096);
        assertThat(Texts.isWellFormed(password)).isTrue();
    }

    private static void assertNoCopyOfAnAttribute(String password, List<String> strength, String[] lines) {
        if (password.equals(lines[1]) || password.equals(lines[2])) {
            assertThat(strength).contains("too_similar");
        }
    }

    private static List<String> form(String password) {
        Violations violations = violations();
        PasswordForm.check(violations, PasswordForm.FIELD, password);
        return codes(violations);
    }

    private static List<String> strength(String password, String username, String email) {
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put("username", username);
        attributes.put("email", email);
        Violations violations = violations();
        RULES.check(violations, PasswordForm.FIELD, password, attributes);
        return codes(violations);
    }

    private static Violations violations() {
        return new Violations(CodesAsTexts.messages(), List.of(PasswordForm.FIELD));
    }

    private static List<String> codes(Violations violations) {
        return violations.has(PasswordForm.FIELD)
                ? violations.refusal().violations().stream()
                        .map(Violation::code)
                        .toList()
                : List.of();
    }
}
