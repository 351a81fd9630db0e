package dev.accounts.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import dev.accounts.model.Violation;
import dev.accounts.model.ViolationMessages;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WholeNumberTest {

    private static final String NOT_A_NUMBER = "A valid integer is required.";

    private static WholeNumber read(@Nullable Object value, boolean ofForm) {
        return WholeNumber.read(
                new Fields(Collections.singletonMap("days_count", value), ofForm, ViolationMessages.english()),
                "days_count");
    }

    private static WholeNumber read(@Nullable Object value) {
        return read(value, false);
    }

    static Stream<Object> threes() {
        return Stream.of(
                3,
                3L,
                (short) 3,
                BigInteger.valueOf(3),
                new AtomicLong(3),
                3.0,
                3.0f,
                new BigDecimal("3"),
                new BigDecimal("3.00"),
                new BigDecimal("0.3e1"),
                number("3"),
                number("3.0"),
                number("3e0"),
                "3",
                " 3\n",
                "+3",
                "03",
                "3.",
                "3.00",
                "0".repeat(900) + "3");
    }

    private static Number number(String json) {
        return JsonParser.parseString(json).getAsNumber();
    }

    @ParameterizedTest
    @MethodSource("threes")
    void takes_a_whole_number_and_its_text(Object three) {
        assertThat(read(three).value()).hasValue(3);
        assertThat(read(three).problem()).isEmpty();
    }

    static Stream<Object> noNumbers() {
        return Stream.of(
                3.5,
                Double.NaN,
                Float.NEGATIVE_INFINITY,
                new BigDecimal("3.0000001"),
                new BigDecimal("1e-999999999"),
                number("2.5"),
                number("1." + "0".repeat(60_000) + "1"),
                true,
                "",
                ".",
                "+",
                "3.5",
                "3,0",
                "three",
                "1_0",
                "1e0",
                "- 3",
                "\uff13",
                "\u0663",
                List.of(3),
                Map.of());
    }

    @ParameterizedTest
    @MethodSource("noNumbers")
    void refuses_anything_else(Object value) {
        assertThat(read(value).problem()).map(Violation::message).contains(NOT_A_NUMBER);
        assertThat(read(value).value()).hasValue(Integer.MIN_VALUE);
    }

    @Test
    void refuses_null_and_a_text_of_more_than_1000_characters() {
        assertThat(read(null).problem()).map(Violation::message).contains("This field may not be null.");
        assertThat(read("3".repeat(1001)).problem()).map(Violation::message).contains("String value too large.");
        assertThat(read("0".repeat(999) + "3").value()).hasValue(3);
    }

    static Stream<Object> tooLarge() {
        return Stream.of(
                11,
                Long.MAX_VALUE,
                BigInteger.TWO.pow(10_000),
                new BigDecimal("1e999999999"),
                1e300,
                number("9".repeat(60_000)),
                number("1e99999999"),
                "11",
                "9".repeat(1000));
    }

    @ParameterizedTest
    @MethodSource("tooLarge")
    void passes_numbers_on_that_are_too_large(Object value) {
        assertThat(read(value).value().getAsInt()).isGreaterThan(10);
        assertThat(read(value).problem()).isEmpty();
    }

    @Test
    void passes_numbers_on_that_are_too_small() {
        assertThat(Stream.of(0, "-0", "-1", Long.MIN_VALUE, new BigDecimal("-1e999999999"), "-" + "9".repeat(900))
                        .map(value -> read(value)))
                .allSatisfy(days -> {
                    assertThat(days.value().getAsInt()).isLessThan(1);
                    assertThat(days.problem()).isEmpty();
                });
    }

    @Test
    void is_missing_where_there_is_no_field_and_where_a_form_leaves_it_blank() {
        assertThat(WholeNumber.read(new Fields(Map.of(), false, ViolationMessages.english()), "days_count"))
                .isEqualTo(read("", true));
        assertThat(read("", true).value()).isEmpty();
        assertThat(read(" ", true).problem()).map(Violation::message).contains(NOT_A_NUMBER);
    }
}
