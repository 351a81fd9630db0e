package dev.accounts.internal.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.accounts.fixture.JsonResources;
import dev.accounts.internal.text.EmailAddress;
import dev.accounts.internal.text.Username;
import dev.accounts.internal.text.Violations;
import dev.accounts.model.Violation;
import dev.accounts.model.ViolationMessages;
import dev.accounts.policy.PasswordPolicy;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The verdicts of the recorded server on single fields, in {@code field-rules.json}. */
class FieldRulesTest {

    private static final ViolationMessages ENGLISH = ViolationMessages.english();
    private static final JsonObject RECORDED = JsonResources.object("field-rules.json");

    /** Recorded as valid, and refused here. */
    private static final Map<String, String> REFUSED_NAMES = Map.of(
            "\u3164", "facts.md: Hangul fillers are letters that show nothing",
            "\u00BD", "facts.md: a name must also fit the rules after NFKC, and this one is stored as 1\u20442");

    /** Recorded as invalid, and accepted here, because a name is judged in the form that people see (NFKC). */
    private static final Map<String, String> ACCEPTED_NAMES = Map.of(
            "n\u0303", "\u00F1",
            "\uFF20", "@",
            "\uFF0E", ".",
            "\uFF0B", "+",
            "\uFF0D", "-",
            "\uFF3F", "_",
            "\u2122", "TM",
            "\u24D0", "a",
            "\u334D", "\u30E1\u30FC\u30C8\u30EB");

    static Stream<JsonObject> passwords() {
        return entries("password");
    }

    static Stream<JsonObject> similarities() {
        return entries("similarity");
    }

    static Stream<JsonObject> usernames() {
        return entries("username");
    }

    static Stream<JsonObject> emails() {
        return entries("email");
    }

    @Test
    void every_recorded_verdict_is_here() {
        assertThat(List.of(passwords(), similarities(), usernames(), emails()))
                .extracting(Stream::count)
                .containsExactly(158L, 6L, 41L, 37L);
        assertThat(usernames().map(entry -> text(entry, "username")))
                .containsAll(REFUSED_NAMES.keySet())
                .containsAll(ACCEPTED_NAMES.keySet());
    }

    @ParameterizedTest
    @MethodSource("passwords")
    void a_password_gets_the_recorded_messages_in_order(JsonObject entry) {
        Map<String, String> attributes = new LinkedHashMap<>();
        for (String attribute : List.of("username", "first_name", "last_name", "email")) {
            if (entry.has(attribute)) {
                attributes.put(attribute, text(entry, attribute));
            }
        }
        Violations violations = new Violations(ENGLISH, List.of());

        new PasswordRules(PasswordPolicy.defaults(), ENGLISH)
                .check(violations, PasswordForm.FIELD, text(entry, "password"), attributes);

        List<String> recorded = entry.getAsJsonArray("messages").asList().stream()
                .map(JsonElement::getAsString)
                .toList();
        assertThat(messages(violations)).isEqualTo(recorded);
    }

    @ParameterizedTest
    @MethodSource("similarities")
    void a_pair_is_similar_from_the_recorded_ratio_on(JsonObject entry) {
        double ratio = entry.get("quick_ratio").getAsDouble();
        String part = text(entry, "b");
        int[] password = CodePoints.lower(text(entry, "a"));

        assertThat(ratio).isNotCloseTo(0.7, within(1e-9));
        assertThat(LetterCounts.of(password).areSimilarTo(part)).isEqualTo(ratio >= 0.7);
    }

    @ParameterizedTest
    @MethodSource("usernames")
    void a_username_is_judged_and_stored_as_recorded(JsonObject entry) {
        String given = text(entry, "username");
        Violations violations = new Violations(ENGLISH, List.of());

        Optional<String> stored =
                Username.check(violations, Username.FIELD, given).map(Username::display);

        if (ACCEPTED_NAMES.containsKey(given)) {
            assertThat(stored).contains(ACCEPTED_NAMES.get(given));
        } else if (entry.get("valid").getAsBoolean() && !REFUSED_NAMES.containsKey(given)) {
            assertThat(stored).contains(text(entry, "stored"));
        } else {
            assertThat(stored).isEmpty();
            assertThat(messages(violations))
                    .containsExactly("Enter a valid username."
                            + " This value may contain only letters, numbers, and @/./+/-/_ characters.");
        }
    }

    /** Recorded below the layer that trims. */
    @ParameterizedTest
    @MethodSource("emails")
    void an_email_address_is_judged_and_stored_as_recorded(JsonObject entry) {
        Optional<String> stored = EmailAddress.parse(text(entry, "email")).map(EmailAddress::address);

        if (entry.get("valid").getAsBoolean()) {
            assertThat(stored).contains(text(entry, "stored_by_create_user"));
        } else {
            assertThat(stored).isEmpty();
        }
    }

    private static Stream<JsonObject> entries(String field) {
        return RECORDED.getAsJsonArray(field).asList().stream().map(JsonElement::getAsJsonObject);
    }

    private static String text(JsonObject entry, String name) {
        return entry.get(name).getAsString();
    }

    private static List<String> messages(Violations violations) {
        return !violations.has(PasswordForm.FIELD) && !violations.has(Username.FIELD)
                ? List.of()
                : violations.refusal().violations().stream()
                        .map(Violation::message)
                        .toList();
    }
}
