package dev.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.accounts.fixture.CountingHasher;
import dev.accounts.fixture.StubStores;
import dev.accounts.model.InvalidInputException;
import dev.accounts.model.Town;
import dev.accounts.service.Towns;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TownsTest {

    private final Towns towns = Accounts.builder(new StubStores())
            .passwordHasher(new CountingHasher())
            .build()
            .service()
            .towns();

    @Nested
    class Creating {

        @Test
        void stores_the_names_without_white_space_around() {
            Town perm = towns.create(" Perm\u00A0", "\tRussia ", 56.316666, 58);

            assertThat(perm).isEqualTo(new Town(1, "Perm", "Russia", 56.316666, 58));
            assertThat(towns.find(1)).contains(perm);
            assertThat(towns.find(2)).isEmpty();
        }

        @Test
        void reports_every_problem_in_the_order_of_the_fields() {
            assertThat(problems(null, " ", Double.NaN, 90.1))
                    .containsExactly(
                            "name: This field is required.",
                            "country: This field may not be blank.",
                            "longitude: Enter a valid value.",
                            "latitude: Ensure this value is less than or equal to 90.");
            assertThat(problems("Perm", "Russia", -180.1, -91))
                    .containsExactly(
                            "longitude: Ensure this value is greater than or equal to -180.",
                            "latitude: Ensure this value is greater than or equal to -90.");
        }

        @Test
        void accepts_the_edges_of_the_globe_and_of_the_length() {
            assertThat(towns.create("\uD83D\uDE00".repeat(200), "C", -180, -90).latitude())
                    .isEqualTo(-90);
            assertThat(towns.create("T", "C".repeat(200), 180, 90).longitude()).isEqualTo(180);
            assertThat(problems("T".repeat(201), "C".repeat(201), 0, 0))
                    .containsExactly(
                            "name: Ensure this field has no more than 200 characters.",
                            "country: Ensure this field has no more than 200 characters.");
        }

        @ParameterizedTest
        @ValueSource(strings = {"a\nb", "a\u007Fb", "a\u0085b", "a\u001Bb"})
        void refuses_control_characters(String name) {
            assertThat(problems(name, "C", 0, 0)).containsExactly("name: Enter a valid value.");
        }

        @Test
        void refuses_nul_and_half_characters() {
            assertThat(problems("a\0", "\uDFFF", 0, 0))
                    .containsExactly(
                            "name: Null characters are not allowed.",
                            "country: Surrogate characters are not allowed: U+DFFF.");
        }

        private List<String> problems(String name, String country, double longitude, double latitude) {
            return catchThrowableOfType(
                            InvalidInputException.class, () -> towns.create(name, country, longitude, latitude))
                    .violations()
                    .stream()
                    .map(violation -> violation.field() + ": " + violation.message())
                    .toList();
        }
    }

    @Nested
    class Listing {

        @Test
        void goes_page_by_page() {
            Town first = towns.create("A", "C", 0, 0);
            Town second = towns.create("B", "C", 0, 0);

            assertThat(towns.list(0, 1)).containsExactly(first);
            assertThat(towns.list(1, Towns.MAX_PAGE)).containsExactly(second);
        }

        @ParameterizedTest
        @ValueSource(ints = {0, -1, 1001})
        void refuses_a_page_out_of_bounds(int limit) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> towns.list(0, limit))
                    .withMessageContaining("" + limit);
        }
    }
}
