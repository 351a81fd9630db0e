package dev.accounts.internal.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DigitsTest {

    /** The names of what is no decimal digit to Unicode and yet shows one. */
    private static final Pattern SHOWS_ONE_DIGIT =
            Pattern.compile(".*\\bDIGIT (ZERO|ONE|TWO|THREE|FOUR|FIVE|SIX|SEVEN|EIGHT"
                    + "|NINE)\\b.*|(SUPERSCRIPT|SUBSCRIPT) (ZERO|ONE|TWO|THREE|FOUR|FIVE|SIX|SEVEN|EIGHT|NINE)"
                    + "|BRAHMI NUMBER (ONE|TWO|THREE|FOUR|FIVE|SIX|SEVEN|EIGHT|NINE)");

    @ParameterizedTest
    @ValueSource(strings = {"0", "9", "\u0661", "\uFF19", "\u00B2", "\u2460", "\u0967", "\uD835\uDFCE", "\uD83C\uDD00"})
    void digits_of_any_script_and_form_count(String digit) {
        assertThat(Digits.isDigit(digit.codePointAt(0))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "-", ".", " ", "\u2167", "\u00BD", "\u4E00", "\u2469", "\u3007", "\u0BF0"})
    void numbers_that_are_no_single_digit_do_not(String other) {
        assertThat(Digits.isDigit(other.codePointAt(0))).isFalse();
    }

    /** As many as Python 3 counts beside the decimal digits. */
    @Test
    void there_are_128_that_only_look_like_one() {
        List<String> names = IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                .filter(c -> Digits.isDigit(c) && !Character.isDigit(c))
                .mapToObj(Character::getName)
                .toList();

        assertThat(names)
                .hasSize(128)
                .allMatch(name -> SHOWS_ONE_DIGIT.matcher(name).matches());
    }
}
