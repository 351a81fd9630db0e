package dev.accounts.testkit.contract.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accounts.model.Town;
import dev.accounts.spi.AccountStores;
import dev.accounts.spi.NewTown;
import dev.accounts.spi.TownStore;
import dev.accounts.testkit.internal.Race;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every {@link dev.accounts.spi.TownStore} guarantees. */
public abstract class TownStoreContract {

    /** For the test of an adapter. */
    protected TownStoreContract() {}

    /**
     * The stores under test. A test calls this method many times; all the stores it returns share the same data.
     *
     * @return the stores
     */
    protected abstract AccountStores stores();

    @Nested
    class Insert {

        private Town insert(String name, String country, double longitude, double latitude) {
            return stores().towns().insert(new NewTown(name, country, longitude, latitude));
        }

        @Test
        void answers_and_stores_every_field() {
            Town perm = insert("Perm", "Russia", 56.316666, 58.0);

            assertThat(perm).isEqualTo(new Town(perm.id(), "Perm", "Russia", 56.316666, 58.0));
            assertThat(stores().towns().find(perm.id())).contains(perm);
        }

        @Test
        void gives_equal_towns_positive_ids_of_their_own() {
            Town one = insert("Perm", "Russia", 56.316666, 58.0);
            Town two = insert("Perm", "Russia", 56.316666, 58.0);

            assertThat(one.id()).isPositive().isNotEqualTo(two.id());
            assertThat(two.id()).isPositive();
        }

        @ParameterizedTest
        @CsvSource({
            "180, 90",
            "-180, -90",
            "0, 0",
            "179.99999999999997, 89.99999999999999",
            "-0.1, 0.30000000000000004",
            "12.345678901234567, 1e-15"
        })
        void keeps_coordinates_exactly(double longitude, double latitude) {
            Town town = insert("Somewhere", "Nowhere", longitude, latitude);

            assertThat(stores().towns().find(town.id())).contains(town);
            assertThat(town.longitude()).isEqualTo(longitude);
            assertThat(town.latitude()).isEqualTo(latitude);
        }

        @ParameterizedTest
        @ValueSource(strings = {"Perm", "Пермь", "Coeur d'Alene", "\"%_\\", "东京", "\uD83C\uDF06", "a\u0301"})
        void keeps_texts_exactly(String text) {
            Town town = insert(text, text, 0, 0);

            assertThat(stores().towns().find(town.id())).contains(new Town(town.id(), text, text, 0, 0));
        }

        @Test
        void keeps_200_letters_of_four_bytes() {
            String longest = "\uD840\uDC00".repeat(200);

            Town town = insert(longest, longest, 0, 0);

            assertThat(stores().towns().find(town.id())).contains(new Town(town.id(), longest, longest, 0, 0));
        }

        @Test
        void stores_all_of_many_at_once() {
            assertThat(Race.of(32, i -> insert("Perm", "Russia", i, 0)))
                    .allSatisfy(
                            town -> assertThat(stores().towns().find(town.id())).contains(town))
                    .extracting(Town::id)
                    .doesNotHaveDuplicates();
        }
    }

    @Nested
    class FindAndList {

        private TownStore towns() {
            return stores().towns();
        }

        /** Five new towns, ascending by id; older ones may be before them. */
        private List<Town> five() {
            return Stream.of("e", "d", "c", "b", "a")
                    .map(name -> towns().insert(new NewTown(name, "Russia", 0, 0)))
                    .sorted(Comparator.comparingLong(Town::id))
                    .toList();
        }

        @ParameterizedTest
        @ValueSource(longs = {0, -1, Long.MAX_VALUE, Long.MIN_VALUE})
        void finds_none_by_an_unknown_id(long id) {
            five();

            assertThat(towns().find(id)).isEmpty();
        }

        @Test
        void lists_in_ascending_order_of_ids() {
            List<Town> five = five();

            List<Town> all = towns().list(0, 1_000_000);

            assertThat(all)
                    .isSortedAccordingTo(Comparator.comparingLong(Town::id))
                    .doesNotHaveDuplicates();
            assertThat(all.subList(all.size() - 5, all.size())).isEqualTo(five);
        }

        @Test
        void pages_without_gap_or_repetition() {
            List<Town> five = five();

            assertThat(towns().list(five.get(0).id() - 1, 2)).isEqualTo(five.subList(0, 2));
            assertThat(towns().list(five.get(1).id(), 2)).isEqualTo(five.subList(2, 4));
            assertThat(towns().list(five.get(3).id(), 2)).isEqualTo(five.subList(4, 5));
        }

        @Test
        void lists_as_many_as_the_limit_if_there_are() {
            List<Town> five = five();

            assertThat(towns().list(five.get(0).id() - 1, 5)).isEqualTo(five);
            assertThat(towns().list(five.get(0).id() - 1, 1)).isEqualTo(five.subList(0, 1));
        }

        @Test
        void lists_none_after_the_last() {
            List<Town> five = five();

            assertThat(towns().list(five.get(4).id(), 10)).isEmpty();
            assertThat(towns().list(Long.MAX_VALUE, 10)).isEmpty();
        }

        @Test
        void lists_from_the_first_after_any_lesser_number() {
            five();

            assertThat(towns().list(Long.MIN_VALUE, 3))
                    .isEqualTo(towns().list(0, 3))
                    .hasSize(3);
        }
    }
}
