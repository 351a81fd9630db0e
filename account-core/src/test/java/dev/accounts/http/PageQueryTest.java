package dev.accounts.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.accounts.model.InvalidInputException;
import dev.accounts.model.ViolationMessages;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PageQueryTest {

    @ParameterizedTest
    @CsvSource({
        "'', 0, 100",
        "after=7, 7, 100",
        "limit=1, 0, 1",
        "limit=1000&after=0, 0, 1000",
        "after=9223372036854775807, 9223372036854775807, 100",
        "after=00000000000000000000007, 7, 100",
        "after=-0, 0, 100",
        "after=x&after=8, 8, 100",
        "AFTER=9&other&=&x=y=z, 0, 100"
    })
    void says_where_a_page_begins_and_how_long_it_is(String query, long after, int limit) {
        assertThat(read(query)).isEqualTo(new PageQuery(after, limit));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "1.0", "1e3", "+1", " 1", "1 ", "0x1", "\u0661", "%31", "1=2", "--1", "null"})
    void takes_whole_numbers_only(String value) {
        assertThat(problems("after=" + value)).containsExactly("after: Enter a valid value.");
        assertThat(problems("limit=" + value)).containsExactly("limit: Enter a valid value.");
    }

    @Test
    void does_not_read_endless_numbers() {
        assertThat(problems("limit=" + "0".repeat(41))).containsExactly("limit: Enter a valid value.");
        assertThat(problems("limit")).containsExactly("limit: Enter a valid value.");
    }

    @Test
    void says_everything_that_is_out_of_bounds() {
        assertThat(problems("limit=0&after=-1"))
                .containsExactly(
                        "after: Ensure this value is greater than or equal to 0.",
                        "limit: Ensure this value is greater than or equal to 1.");
        assertThat(problems("limit=1001&after=9223372036854775808"))
                .containsExactly(
                        "after: Ensure this value is less than or equal to 9223372036854775807.",
                        "limit: Ensure this value is less than or equal to 1000.");
    }

    @Test
    void leads_to_the_next_page() {
        assertThat(read("limit=20").linkAfter(7)).isEqualTo("<?after=7&limit=20>; rel=\"next\"");
    }

    private static PageQuery read(String query) {
        return PageQuery.of(query, ViolationMessages.english());
    }

    private static List<String> problems(String query) {
        return catchThrowableOfType(InvalidInputException.class, () -> read(query)).violations().stream()
                .map(violation -> violation.field() + ": " + violation.message())
                .toList();
    }
}
