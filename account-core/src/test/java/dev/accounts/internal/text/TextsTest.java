package dev.accounts.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {" ", "\t", "\n", "\u001C", "\u001F", "\u0085", "\u00A0", "\u1680", "\u2007", "\u2028", "\u3000"})
    void white_space_of_unicode_is_stripped_at_both_ends(String space) {
        assertThat(Texts.strip(space + "a" + space + "b" + space + space)).isEqualTo("a" + space + "b");
        assertThat(Texts.strip(space)).isEmpty();
        assertThat(Texts.isBlank(space + space)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u200B", "\uFEFF", "\u0000", "\u180E", "\u2060", "\u001B"})
    void what_only_looks_like_nothing_stays(String invisible) {
        assertThat(Texts.strip(" " + invisible)).isEqualTo(invisible);
        assertThat(Texts.isBlank(invisible)).isFalse();
    }

    @Test
    void nothing_is_blank() {
        assertThat(Texts.isBlank("")).isTrue();
        assertThat(Texts.strip("")).isEmpty();
    }

    @Test
    void length_is_counted_in_code_points() {
        assertThat(Texts.isLongerThan("ab", 2)).isFalse();
        assertThat(Texts.isLongerThan("abc", 2)).isTrue();
        assertThat(Texts.isLongerThan("\uD83D\uDE00\uD83D\uDE00", 2)).isFalse();
        assertThat(Texts.isLongerThan("\uD83D\uDE00\uD83D\uDE00x", 2)).isTrue();
        assertThat(Texts.isLongerThan("", 0)).isFalse();
    }

    @Test
    void half_a_character_is_not_well_formed() {
        assertThat(Texts.isWellFormed("a\uD83D\uDE00")).isTrue();
        assertThat(Texts.isWellFormed("a\uD83D")).isFalse();
        assertThat(Texts.isWellFormed("\uDE00\uD83D")).isFalse();
        assertThat(Texts.isWellFormed("\uD7FF\uE000")).isTrue();
        assertThat(Texts.isWellFormed("\uD800")).isFalse();
        assertThat(Texts.isWellFormed("\uDFFF")).isFalse();
    }

    @Test
    void what_is_printed_is_one_line_that_reads_as_it_stands() {
        assertThat(Texts.printable("my phone", 100)).isEqualTo("my phone");
        assertThat(Texts.printable(" my\r\n phone\u0000\u001B[1m\u0085 ", 100)).isEqualTo("my phone[1m");
        assertThat(Texts.printable("\u202A\u202Emy\u2066 phone\u2069", 100)).isEqualTo("my phone");
        assertThat(Texts.printable("\u202F|\u2065|\u206A", 100)).isEqualTo("|\u2065|\u206A");
        assertThat(Texts.printable("a\uD83D\uDE00\uD83Db", 100)).isEqualTo("a\uD83D\uDE00b");
        assertThat(Texts.printable("\n\t\u202E\uD800", 100)).isEmpty();
    }

    @Test
    void what_is_printed_is_cut_by_code_points_of_what_is_left() {
        assertThat(Texts.printable("abcd", 3)).isEqualTo("abc");
        assertThat(Texts.printable("\uD83D\uDE00".repeat(4), 3)).isEqualTo("\uD83D\uDE00".repeat(3));
        assertThat(Texts.printable("\na\nb\nc\nd", 3)).isEqualTo("abc");
        assertThat(Texts.printable("ab  cd", 3)).isEqualTo("ab");
    }

    @Test
    void of_a_text_that_shows_nothing_for_long_no_more_is_read() {
        assertThat(Texts.printable("\n".repeat(29) + "ab", 3)).isEqualTo("a");
        assertThat(Texts.printable("\n".repeat(30) + "ab", 3)).isEmpty();
    }
}
