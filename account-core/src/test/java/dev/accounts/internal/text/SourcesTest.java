package dev.accounts.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class SourcesTest {

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "\n\t", "\u0000\u001B", "\u3000", "\u202E", "\uD800"})
    void what_shows_nothing_is_no_source(String source) {
        assertThat(Sources.of(source)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"192.0.2.7", "2001:db8::7", "device 7, тест"})
    void a_source_is_taken_as_it_is(String source) {
        assertThat(Sources.of(source)).contains(source);
    }

    @Test
    void what_would_break_a_line_of_a_log_is_left_out() {
        assertThat(Sources.of(" 192.0.2.7\r\nuser 1 logged in\u001B[2J")).contains("192.0.2.7user 1 logged in[2J");
    }

    @Test
    void a_long_source_is_cut_to_200_code_points() {
        assertThat(Sources.of("\uD83D\uDE00".repeat(201))).contains("\uD83D\uDE00".repeat(200));
        assertThat(Sources.of("a".repeat(1_000_000))).contains("a".repeat(200));
    }
}
