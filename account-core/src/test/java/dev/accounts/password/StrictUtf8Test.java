package dev.accounts.password;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.CharBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StrictUtf8Test {

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "\0", "\u00E9", "\u20AC\u20AC\u20AC", "\uD83D\uDE00", "a\uD83D\uDE00\u0800\uFFFF"})
    void bytes_are_those_of_utf_8_and_no_more(String text) {
        assertThat(StrictUtf8.encode(CharBuffer.wrap(text))).isEqualTo(text.getBytes(UTF_8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\uD800", "\uDC00", "a\uD800", "\uD800a", "\uDC00\uD800", "a\uD83D\uDE00\uD83D"})
    void half_a_character_is_refused_and_never_becomes_a_question_mark(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StrictUtf8.encode(text))
                .withMessage("the password is not well-formed Unicode")
                .withNoCause();
    }

    @Test
    void the_longest_password_fits() {
        assertThat(StrictUtf8.encode("\uFFFF".repeat(8192))).hasSize(3 * 8192);
    }
}
