package dev.accounts.testkit.contract.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accounts.model.Town;
import dev.accounts.spi.AccountStores;
import dev.accounts.spi.NewTown;
import dev.accounts.testkit.internal.Race;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

abstract class TownInsertCases {

    private final Supplier<AccountStores> stores;

    TownInsertCases(Supplier<AccountStores> stores) {
        this.stores = stores;
    }

    private Town insert(String name, String country, double longitude, double latitude) {
        return stores.get().towns().insert(new NewTown(name, country, longitude, latitude));
    }

    @Test
    void answers_and_stores_every_field() {
        Town perm = insert("Perm", "Russia", 56.316666, 58.0);

        assertThat(perm).isEqualTo(new Town(perm.id(), "Perm", "Russia", 56.316666, 58.0));
        assertThat(stores.get().towns().find(perm.id())).contains(perm);
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

        assertThat(stores.get().towns().find(town.id())).contains(town);
        assertThat(town.longitude()).isEqualTo(longitude);
        assertThat(town.latitude()).isEqualTo(latitude);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Perm", "Пермь", "Coeur d'Alene", "\"%_\\", "东京", "\uD83C\uDF06", "a\u0301"})
    void keeps_texts_exactly(String text) {
        Town town = insert(text, text, 0, 0);

        assertThat(stores.get().towns().find(town.id())).contains(new Town(town.id(), text, text, 0, 0));
    }

    @Test
    void keeps_200_letters_of_four_bytes() {
        String longest = "\uD840\uDC00".repeat(200);

        Town town = insert(longest, longest, 0, 0);

        assertThat(stores.get().towns().find(town.id())).contains(new Town(town.id(), longest, longest, 0, 0));
    }

    @Test
    void stores_all_of_many_at_once() {
        assertThat(Race.of(32, i -> insert("Perm", "Russia", i, 0)))
                .allSatisfy(
                        town -> assertThat(stores.get().towns().find(town.id())).contains(town))
                .extracting(Town::id)
                .doesNotHaveDuplicates();
    }
}
