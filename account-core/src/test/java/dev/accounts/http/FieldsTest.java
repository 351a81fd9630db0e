package dev.accounts.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accounts.model.InvalidInputException;
import dev.accounts.model.Violation;
import dev.accounts.model.ViolationMessages;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FieldsTest {

    private static final ViolationMessages ENGLISH = ViolationMessages.english();

    @Test
    void of_a_body_are_those_that_an_operation_reads_without_what_is_in_lists_and_maps() {
        Map<String, Object> body = new HashMap<>();
        body.put("username", "ana");
        body.put("password", List.of("hostile"));
        body.put("email", Map.of("hostile", List.of()));
        body.put("first_name", null);
        body.put("towns", Arrays.asList(1, "2", null, List.of("hostile"), Map.of("hostile", 1)));
        body.put("other", List.of("hostile"));

        Map<String, Object> kept = new HashMap<>();
        kept.put("username", "ana");
        kept.put("password", List.of());
        kept.put("email", Map.of());
        kept.put("first_name", null);
        kept.put("towns", Arrays.asList(1, "2", null, List.of(), Map.of()));
        assertThat(Fields.of(body, false, ENGLISH).values()).isEqualTo(kept);
    }

    @Nested
    class Texts {

        @Test
        void are_given_as_they_are() {
            assertThat(fields("email", " a ").text("email")).isEqualTo(" a ");
            assertThat(fields("email", "\0").text("email")).isEqualTo("\0");
            assertThat(fields("email", "").has("email")).isTrue();
        }

        @Test
        void may_be_missing() {
            assertThat(fields("email", "a").text("password")).isNull();
            assertThat(fields("email", "a").has("password")).isFalse();
            assertThat(fields("email", "a").problem("password")).isEmpty();
        }

        @ParameterizedTest
        @MethodSource("dev.accounts.http.BodiesTest#otherTypes")
        void are_not_made_of_other_types(Object other) {
            assertThat(fields("email", other).text("email")).isNull();
            assertThat(fields("email", other).problem("email")).contains(ENGLISH.violation("email", "not_text"));
        }

        @Test
        void are_not_null() {
            assertThat(fields("email", null).text("email")).isNull();
            assertThat(fields("email", null).has("email")).isTrue();
            assertThat(fields("email", null).problem("email")).contains(ENGLISH.violation("email", "null"));
        }

        @ParameterizedTest
        @ValueSource(strings = {"current_password", "uid", "token", "label"})
        void that_are_only_compared_hold_no_nul(String field) {
            assertThat(fields(field, "a\0b").text(field)).isNull();
            assertThat(fields(field, "a\0b").problem(field)).contains(ENGLISH.violation(field, "null_characters"));
        }
    }

    @Nested
    class Refusals {

        @Test
        void say_what_a_field_is_instead_of_that_it_is_required_in_the_same_place() {
            Fields fields = fields("uid", 5);

            InvalidInputException reworded = fields.reworded(new InvalidInputException(List.of(
                    ENGLISH.violation("token", "required"),
                    ENGLISH.violation("uid", "required"),
                    ENGLISH.violation("new_password", "too_common"))));

            assertThat(reworded.violations())
                    .extracting(Violation::message)
                    .containsExactly("This field is required.", "Not a valid string.", "This password is too common.");
        }

        @Test
        void keep_what_is_wrong_with_a_text_and_with_towns() {
            InvalidInputException refusal = new InvalidInputException(
                    List.of(ENGLISH.violation("uid", "blank"), ENGLISH.violation("towns", "too_many", "1000")));

            assertThat(fields("uid", " ").reworded(refusal).violations()).isEqualTo(refusal.violations());
            assertThat(fields("towns", List.of(1)).reworded(refusal).violations())
                    .isEqualTo(refusal.violations());
        }
    }

    @Nested
    class Scopes {

        @Test
        void are_kept_as_far_as_it_takes_to_refuse_them() {
            String longest = "x".repeat(200);
            List<Object> hostile = new ArrayList<>(Arrays.asList(longest, null, List.of("hostile"), 5));
            hostile.addAll(Collections.nCopies(100_000, "y".repeat(1 << 20)));

            Object kept = Fields.of(Map.of("scopes", hostile), false, ENGLISH)
                    .values()
                    .get("scopes");

            List<Object> expected = new ArrayList<>(Arrays.asList(longest, null, List.of(), 5));
            expected.addAll(Collections.nCopies(47, "y".repeat(401)));
            assertThat(kept).isEqualTo(expected);
        }
    }

    @Nested
    class Passkeys {

        @Test
        void are_kept_as_their_texts() {
            Fields fields = Fields.of(
                    Map.of("passkey", Map.of("id", "i", "response", Map.of("hostile", List.of()))), false, ENGLISH);

            assertThat(fields.passkey()).isEqualTo(PasskeyAnswer.of(Map.of("id", "i")));
            assertThat(fields.problem("passkey")).isEmpty();
            assertThat(fields.text("passkey")).isNull();
            assertThat(fields).hasToString("Fields[***]");
        }

        @ParameterizedTest
        @MethodSource("dev.accounts.http.BodiesTest#otherTypes")
        void are_objects(Object other) {
            boolean isObject = other instanceof Map;
            Map<String, Object> body = Map.of("passkey", other);

            Fields fields = Fields.of(body, false, ENGLISH);

            assertThat(fields.passkey() == null).isEqualTo(!isObject);
            assertThat(fields.problem("passkey").isPresent()).isEqualTo(!isObject);
        }

        @Test
        void are_not_null_and_no_texts() {
            assertThat(fields("passkey", null).problem("passkey")).contains(ENGLISH.violation("passkey", "null"));
            assertThat(fields("passkey", "{}").problem("passkey")).contains(ENGLISH.violation("passkey", "invalid"));
            assertThat(fields("code", "1").problem("passkey")).isEmpty();
            assertThat(fields("code", "1").passkey()).isNull();
        }
    }

    private static Fields fields(String field, Object value) {
        Map<String, Object> values = new HashMap<>();
        values.put(field, value);
        return new Fields(values, false, ENGLISH);
    }
}
