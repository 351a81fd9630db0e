package dev.accounts.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accounts.model.factor.PasskeyAssertion;
import dev.accounts.model.factor.PasskeyRegistration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PasskeyAnswerTest {

    private static final List<String> TEXTS =
            List.of("clientDataJSON", "attestationObject", "authenticatorData", "signature", "userHandle");

    private static PasskeyAnswer of(String field, Object value) {
        return PasskeyAnswer.of(Map.of("id", "i", "response", Collections.singletonMap(field, value)));
    }

    @Test
    void of_a_new_passkey_has_the_texts_of_the_browser() {
        PasskeyAnswer answer = PasskeyAnswer.of(Map.of(
                "id",
                "i",
                "rawId",
                "i",
                "type",
                "public-key",
                "response",
                Map.of("clientDataJSON", "c", "attestationObject", "a", "transports", List.of("usb", "nfc", "usb"))));

        assertThat(answer.registration()).isEqualTo(new PasskeyRegistration("c", "a", Set.of("usb", "nfc")));
    }

    @Test
    void of_a_use_has_the_texts_of_the_browser() {
        PasskeyAnswer answer = PasskeyAnswer.of(Map.of(
                "id",
                "i",
                "response",
                Map.of("clientDataJSON", "c", "authenticatorData", "a", "signature", "s", "userHandle", "u")));

        assertThat(answer.assertion()).isEqualTo(new PasskeyAssertion("i", "c", "a", "s", "u"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "no response", "null"})
    void that_lacks_parts_has_empty_texts(String kind) {
        Map<String, Object> body = new HashMap<>();
        if (!kind.equals("{}")) {
            body.put("id", null);
            body.put("response", kind.equals("null") ? null : List.of(kind));
        }

        PasskeyAnswer answer = PasskeyAnswer.of(body);

        assertThat(answer.assertion()).isEqualTo(new PasskeyAssertion("", "", "", "", ""));
        assertThat(answer.registration()).isEqualTo(new PasskeyRegistration("", "", Set.of()));
    }

    @ParameterizedTest
    @MethodSource("dev.accounts.http.BodiesTest#otherTypes")
    void has_an_empty_text_for_another_type(Object other) {
        for (String text : TEXTS) {
            assertThat(of(text, other).texts()).as(text).containsEntry(text, "");
        }
        assertThat(PasskeyAnswer.of(Map.of("id", other)).credentialId()).isEmpty();
        assertThat(of("transports", List.of(other, "usb")).transports()).containsExactly("usb");
    }

    @Test
    void keeps_texts_of_bounded_length_only() {
        String longest = "a".repeat(PasskeyAnswer.MAX_TEXT);

        for (String text : TEXTS) {
            assertThat(of(text, longest).texts()).containsEntry(text, longest);
            assertThat(of(text, longest + "a").texts()).containsEntry(text, "");
        }
        assertThat(PasskeyAnswer.of(Map.of("id", longest + "a")).credentialId()).isEmpty();
    }

    @Test
    void keeps_no_other_field() {
        PasskeyAnswer answer = of("publicKey", "hostile");

        assertThat(answer.texts()).containsOnlyKeys(TEXTS).doesNotContainValue("hostile");
    }

    @Test
    void keeps_few_short_transports() {
        List<Object> many = new ArrayList<>(Arrays.asList(null, 5, "x".repeat(PasskeyAnswer.MAX_TRANSPORT + 1)));
        for (int i = 0; i < 1000; i++) {
            many.add("t" + i);
        }

        assertThat(of("transports", many).transports())
                .hasSize(PasskeyAnswer.MAX_TRANSPORTS - 3)
                .contains("t0", "t4");
        assertThat(of("transports", "usb").transports()).isEmpty();
        assertThat(of("transports", Map.of("usb", "usb")).transports()).isEmpty();
    }

    @Test
    void prints_nothing() {
        PasskeyAnswer answer = of("signature", "secret");

        assertThat(answer).hasToString("PasskeyAnswer[***]");
        assertThat(answer.assertion().toString()).doesNotContain("secret");
    }
}
