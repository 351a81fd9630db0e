package dev.accounts.testkit.contract.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accounts.model.Town;
import dev.accounts.spi.AccountStores;
import dev.accounts.spi.NewTown;
import dev.accounts.spi.TownStore;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

abstract class TownListCases {

    private final Supplier<AccountStores> stores;

    TownListCases(Supplier<AccountStores> stores) {
        this.stores = stores;
    }

    private TownStore towns() {
        return stores.get().towns();
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

        assertThat(all).isSortedAccordingTo(Comparator.comparingLong(Town::id)).doesNotHaveDuplicates();
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
