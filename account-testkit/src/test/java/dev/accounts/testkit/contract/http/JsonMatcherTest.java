package dev.accounts.testkit.contract.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonMatcherTest {

    private static boolean matches(String want, String got) {
        return JsonMatcher.differences(StrictJson.parse(want), StrictJson.parse(got))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"a\": [1, \"x\", null, true]} | {\"a\": [1, \"x\", null, true]}",
                "{\"a\": 1, \"b\": 2} | {\"b\": 2, \"a\": 1}",
                "{\"a\": \"<any>\"} | {\"a\": {\"b\": []}}",
                "\"<int>\" | 12345678901234567890",
                "\"<token>\" | \"0123456789abcdef0123456789abcdef01234567\"",
                "\"<timestamp>\" | \"2026-01-01T00:00:00Z\"",
                "\"<timestamp>\" | \"2026-01-01T00:00:00.000001Z\""
            })
    void accepts_what_is_like_the_pattern(String want, String got) {
        assertThat(matches(want, got)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"a\": 1} | {\"a\": 1, \"b\": 2}",
                "{\"a\": 1, \"b\": 2} | {\"a\": 1}",
                "{\"a\": [1, 2]} | {\"a\": [2, 1]}",
                "{\"a\": [1]} | {\"a\": [1, 1]}",
                "{} | []",
                "1 | 1.0",
                "1 | \"1\"",
                "\"1\" | 1",
                "null | false",
                "\"x\" | \"X\"",
                "\"<int>\" | 1.0",
                "\"<int>\" | \"1\"",
                "\"<int>\" | true",
                "\"<token>\" | \"0123456789ABCDEF0123456789ABCDEF01234567\"",
                "\"<token>\" | \"0123456789abcdef0123456789abcdef0123456\"",
                "\"<timestamp>\" | \"2026-01-01T00:00:00+00:00\"",
                "\"<timestamp>\" | null"
            })
    void refuses_what_is_not(String want, String got) {
        assertThat(matches(want, got)).isFalse();
    }

    @Test
    void says_where_the_difference_is() {
        assertThat(JsonMatcher.differences(
                        StrictJson.parse("{\"a\": [1, {\"b\": 2}]}"), StrictJson.parse("{\"a\": [1, {\"b\": 3}]}")))
                .containsExactly("body.a[1].b: 3, expected 2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html>", "{'a': 1}", "{\"a\": 1} x", "{a: 1}", "[1,]"})
    void takes_nothing_but_json(String text) {
        assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> StrictJson.parse(text));
    }
}
