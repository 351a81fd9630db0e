package dev.accounts.testkit.contract.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accounts.model.ProfileChange;
import dev.accounts.model.Town;
import dev.accounts.spi.AccountStores;
import dev.accounts.spi.Insertion;
import dev.accounts.spi.NewTown;
import dev.accounts.spi.TownStore;
import dev.accounts.spi.TownStore.Change;
import dev.accounts.testkit.internal.Race;
import dev.accounts.testkit.internal.StoreFixture;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
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

    @Nested
    class Search {

        private final StoreFixture fixture = new StoreFixture(TownStoreContract.this::stores);

        /** The beginning of the names of this test. */
        private final String mine = fixture.unique("x");

        private Town named(String name) {
            return fixture.town(mine + name);
        }

        private List<Town> search(String rest) {
            return stores().towns().search(mine + rest, 0, 100);
        }

        @Test
        void finds_names_that_begin_so_in_the_order_of_ids() {
            Town perm = named("Perm");
            Town moscow = named("Moscow");
            Town permyak = named("Permyak");

            assertThat(search("")).containsExactly(perm, moscow, permyak);
            assertThat(search("Perm")).containsExactly(perm, permyak);
            assertThat(search("Permyak")).containsExactly(permyak);
            assertThat(search("erm")).isEmpty();
            assertThat(search("perm")).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(strings = {"%", "_", "!", "\\", "'", "\"", "[a]", "!%", "\\_", "\uD83C\uDF06", "e\u0301", " "})
        void takes_every_character_as_itself(String character) {
            Town town = named("a" + character + "b");
            named("aXb");
            named("a");

            assertThat(search("a" + character)).containsExactly(town);
        }

        @Test
        void gives_pages() {
            List<Town> five =
                    Stream.of("e", "d", "c", "b", "a").map(this::named).toList();

            assertThat(stores().towns().search(mine, 0, 2)).isEqualTo(five.subList(0, 2));
            assertThat(stores().towns().search("", five.get(0).id() - 1, 2)).isEqualTo(five.subList(0, 2));
            assertThat(stores().towns().search(mine, five.get(1).id(), 10)).isEqualTo(five.subList(2, 5));
            assertThat(stores().towns().search(mine, five.get(4).id(), 10)).isEmpty();
        }
    }

    @Nested
    class Rename {

        private final StoreFixture fixture = new StoreFixture(TownStoreContract.this::stores);
        private final Town perm = fixture.town(fixture.unique("Perm"));

        private Change rename(long id, String name) {
            return stores().towns().rename(id, fixture.unique(name));
        }

        private String nameOf(Town town) {
            return stores().towns().find(town.id()).orElseThrow().name();
        }

        @Test
        void gives_another_name_and_keeps_the_rest() {
            assertThat(rename(perm.id(), "\uD840\uDC00")).isEqualTo(Change.DONE);

            assertThat(stores().towns().find(perm.id()))
                    .contains(new Town(
                            perm.id(),
                            fixture.unique("\uD840\uDC00"),
                            perm.country(),
                            perm.longitude(),
                            perm.latitude()));
        }

        @Test
        void refuses_the_name_of_another_town_of_the_country() {
            Town moscow = fixture.town(fixture.unique("Moscow"));

            assertThat(rename(perm.id(), "Moscow")).isEqualTo(Change.REFUSED);

            assertThat(rename(0, "Moscow")).isEqualTo(Change.UNKNOWN);
            assertThat(nameOf(perm)).isEqualTo(perm.name());
            assertThat(nameOf(moscow)).isEqualTo(moscow.name());
        }

        @Test
        void takes_its_own_name_another_case_and_the_name_of_a_town_abroad() {
            stores().towns().insert(new NewTown(fixture.unique("Moscow"), "Idaho", 0, 0));
            fixture.town(fixture.unique("PARIS"));

            assertThat(rename(perm.id(), "Perm")).isEqualTo(Change.DONE);
            assertThat(rename(perm.id(), "Moscow")).isEqualTo(Change.DONE);
            assertThat(rename(perm.id(), "Paris")).isEqualTo(Change.DONE);
            assertThat(nameOf(perm)).isEqualTo(fixture.unique("Paris"));
        }
    }

    @Nested
    class Delete {

        private final StoreFixture fixture = new StoreFixture(TownStoreContract.this::stores);
        private final long perm = fixture.town("Perm").id();
        private final long moscow = fixture.town("Moscow").id();

        private TownStore towns() {
            return stores().towns();
        }

        private List<Long> townsOf(long userId) {
            return fixture.user(userId).towns();
        }

        @Test
        void deletes_a_town_that_no_user_follows_for_good() {
            assertThat(towns().delete(perm)).isEqualTo(Change.DONE);

            assertThat(towns().find(perm)).isEmpty();
            assertThat(towns().delete(perm)).isEqualTo(Change.UNKNOWN);
            assertThat(fixture.town("Perm").id()).isNotEqualTo(perm);
        }

        @Test
        void refuses_while_a_user_follows_it() {
            long ana = fixture.inserted("ana", perm, moscow);

            assertThat(towns().delete(perm)).isEqualTo(Change.REFUSED);

            assertThat(townsOf(ana)).containsExactly(perm, moscow);
            stores().users().changeProfile(ana, ProfileChange.none().towns(List.of(moscow)));
            assertThat(towns().delete(perm)).isEqualTo(Change.DONE);
        }

        @Test
        void replaces_a_town_for_all_its_followers_and_leaves_each_one_of_it() {
            long ana = fixture.inserted("ana", perm);
            long both = fixture.inserted("both", perm, moscow);
            long other = fixture.inserted("other", moscow);
            long none = fixture.inserted("none");

            assertThat(towns().replace(perm, moscow)).isEmpty();

            assertThat(towns().find(perm)).isEmpty();
            assertThat(List.of(ana, both, other))
                    .allSatisfy(id -> assertThat(townsOf(id)).containsExactly(moscow));
            assertThat(townsOf(none)).isEmpty();
        }

        @Test
        void replaces_nothing_by_or_of_a_town_that_does_not_exist() {
            long ana = fixture.inserted("ana", perm);

            assertThat(towns().replace(perm, 0)).containsExactly(0L);
            assertThat(towns().replace(Long.MAX_VALUE, perm)).containsExactly(Long.MAX_VALUE);
            assertThat(towns().replace(-1, 0)).containsExactly(-1L, 0L);

            assertThat(townsOf(ana)).containsExactly(perm);
            assertThat(towns().find(perm)).isPresent();
        }

        /** A follower keeps the town from being deleted; once it is deleted, no user can follow it. */
        @Test
        void leaves_no_follower_of_a_deleted_town_in_a_race() {
            for (int round = 0; round < 10; round++) {
                int number = round;
                long town = fixture.town("Town").id();
                long ana = fixture.inserted("ana" + round);

                Race.of(
                        6,
                        i -> Race.atLast(() -> switch (i) {
                            case 0 -> towns().delete(town) != Change.UNKNOWN;
                            case 1 ->
                                stores().users()
                                        .changeProfile(ana, ProfileChange.none().towns(List.of(town)))
                                        .isEmpty();
                            default ->
                                fixture.insert(fixture.claim("ben" + number + "-" + i, town))
                                        instanceof Insertion.Stored;
                        }));

                assertThat(towns().find(town).isPresent()).isEqualTo(isFollowed(town, ana, "ben" + round));
            }
        }

        private boolean isFollowed(long town, long ana, String others) {
            return townsOf(ana).contains(town)
                    || IntStream.range(2, 6)
                            .mapToObj(i -> fixture.credentials(others + "-" + i))
                            .flatMap(Optional::stream)
                            .anyMatch(ben -> townsOf(ben.id()).contains(town));
        }

        @Test
        void replaces_towns_while_users_change_theirs() {
            for (int round = 0; round < 10; round++) {
                long old = fixture.town("Old").id();
                long next = fixture.town("New").id();
                long leaves = fixture.inserted("leaves" + round, old);
                long comes = fixture.inserted("comes" + round, old, next);

                Race.of(
                        3,
                        i -> Race.atLast(() -> switch (i) {
                            case 0 -> towns().replace(old, next);
                            case 1 ->
                                stores().users()
                                        .changeProfile(
                                                leaves, ProfileChange.none().towns(List.of(moscow)));
                            default ->
                                stores().users()
                                        .changeProfile(
                                                comes, ProfileChange.none().towns(List.of(old, moscow)));
                        }));

                assertThat(towns().find(old)).isEmpty();
                assertThat(townsOf(leaves)).containsExactly(moscow);
                assertThat(townsOf(comes)).isIn(List.of(moscow, next), List.of(next));
            }
        }
    }
}
