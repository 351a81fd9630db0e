package dev.accounts.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import dev.accounts.model.InvalidInputException;
import dev.accounts.model.Violation;
import dev.accounts.model.ViolationMessages;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TownIdsTest {

    private static final ViolationMessages ENGLISH = ViolationMessages.english();

    @Nested
    class Reading {

        static Stream<Object> ones() {
            return Stream.of(
                    1,
                    1L,
                    (short) 1,
                    (byte) 1,
                    BigInteger.ONE,
                    new BigDecimal("1"),
                    new AtomicLong(1),
                    "1",
                    JsonParser.parseString("1").getAsNumber());
        }

        static Stream<Object> fractions() {
            return Stream.of(
                    1.0,
                    1.0f,
                    1.5,
                    Double.NaN,
                    Double.POSITIVE_INFINITY,
                    new BigDecimal("1.0"),
                    new BigDecimal("1e3"),
                    JsonParser.parseString("1.0").getAsNumber(),
                    JsonParser.parseString("1e3").getAsNumber());
        }

        @ParameterizedTest
        @MethodSource("ones")
        void an_integer_of_any_mapper_is_an_id(Object one) {
            assertThat(read(one).ids()).containsExactly(1L);
            assertThat(read(one).problem()).isEmpty();
        }

        @ParameterizedTest
        @MethodSource("fractions")
        void a_number_with_a_fraction_or_an_exponent_is_none(Object fraction) {
            assertThat(problem(fraction)).isEqualTo("Incorrect type. Expected pk value, received float.");
        }

        @Test
        void the_edges_of_64_bits_are_ids() {
            assertThat(read(Long.MAX_VALUE, "" + Long.MIN_VALUE, BigInteger.valueOf(Long.MIN_VALUE))
                            .ids())
                    .containsExactly(Long.MAX_VALUE, Long.MIN_VALUE, Long.MIN_VALUE);
        }

        @Test
        void a_number_beyond_64_bits_is_an_id_that_no_town_has() {
            assertThat(problem(new BigInteger("9223372036854775808"))).contains("Invalid pk \"9223372036854775808\"");
            assertThat(problem("9223372036854775808")).contains("Invalid pk \"9223372036854775808\"");
            assertThat(problem(new BigInteger("-9223372036854775809"))).contains("Invalid pk \"-9223372036854775809\"");
            assertThat(problem(BigInteger.TWO.pow(127))).startsWith("Invalid pk \"1701411834604692317");
        }

        @Test
        void a_number_of_more_than_128_bits_is_not_written_out() {
            assertThat(problem(BigInteger.TWO.pow(128))).isEqualTo("Incorrect type. Expected pk value, received int.");
            assertThat(problem(new BigDecimal(BigInteger.TWO.pow(4_000_000)))).endsWith("received int.");
            assertThat(problem(JsonParser.parseString("9".repeat(100_000)).getAsNumber()))
                    .endsWith("received int.");
        }

        @Test
        void a_text_must_be_the_canonical_form_of_a_number() {
            assertThat(read("0", "-1", "10").ids()).containsExactly(0L, -1L, 10L);
            for (String text : List.of("", "+1", "01", "-01", " 1", "1\n", "1.0", "\u0661", "\uff11", "0x1", "1_0")) {
                assertThat(problem(text)).as(text).endsWith("received str.");
            }
        }

        @Test
        void other_types_are_named_as_the_recorded_server_names_them() {
            assertThat(problem(true)).endsWith("received bool.");
            assertThat(problem(List.of())).endsWith("received list.");
            assertThat(problem(Map.of())).endsWith("received dict.");
            assertThat(problem((Object) null)).isEqualTo("Invalid pk \"None\" - object does not exist.");
        }

        @Test
        void reading_stops_at_the_first_item_that_is_no_id() {
            TownIds read = read(3, 1, true, 2, Map.of());

            assertThat(read.ids()).containsExactly(3L, 1L);
            assertThat(read.problem())
                    .map(Violation::message)
                    .hasValueSatisfying(text -> assertThat(text).contains("bool"));
        }

        private TownIds read(Object... items) {
            return TownIds.read(Map.of("towns", Arrays.asList(items)), ENGLISH);
        }

        private String problem(Object item) {
            return TownIds.read(Map.of("towns", Collections.singletonList(item)), ENGLISH)
                    .problem()
                    .map(Violation::message)
                    .orElse("none");
        }
    }

    @Nested
    class TheList {

        @Test
        void may_be_left_out_or_empty() {
            assertThat(TownIds.read(Map.of(), ENGLISH).ids()).isEmpty();
            assertThat(TownIds.read(Map.of("towns", List.of()), ENGLISH).problem())
                    .isEmpty();
        }

        @Test
        void is_neither_null_nor_anything_else() {
            Map<String, Object> withNull = new HashMap<>();
            withNull.put("towns", null);

            assertThat(TownIds.read(withNull, ENGLISH).problem()).contains(ENGLISH.violation("towns", "null"));
            assertThat(TownIds.read(Map.of("towns", 1.5), ENGLISH).problem())
                    .contains(ENGLISH.violation("towns", "not_a_list", "float"));
        }
    }

    @Test
    void an_item_that_is_no_id_is_given_to_the_service_as_one_that_it_refuses() {
        TownIds towns = TownIds.read(Map.of("towns", List.of(7, "x")), ENGLISH);
        Violation unknown = ENGLISH.violation("towns", "not_found", "7");
        Violation ofService = ENGLISH.violation("towns", "not_found", Long.toString(Long.MIN_VALUE));

        assertThat(towns.forService()).containsExactly(7L, Long.MIN_VALUE);
        assertThat(towns.reworded(new InvalidInputException(List.of(unknown, ofService)), ENGLISH)
                        .violations())
                .containsExactly(unknown, ENGLISH.violation("towns", "wrong_type", "str"));
        assertThat(TownIds.read(Map.of("towns", List.of(7)), ENGLISH).forService())
                .containsExactly(7L);
    }
}
