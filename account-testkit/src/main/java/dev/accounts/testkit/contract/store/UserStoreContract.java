package dev.accounts.testkit.contract.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.accounts.model.ProfileChange;
import dev.accounts.model.User;
import dev.accounts.spi.AccountStores;
import dev.accounts.spi.StoredUser;
import dev.accounts.testkit.internal.Race;
import dev.accounts.testkit.internal.StoreFixture;
import java.util.List;
import java.util.SortedSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What every {@link dev.accounts.spi.UserStore} guarantees. */
public abstract class UserStoreContract {

    /** For the test of an adapter. */
    protected UserStoreContract() {}

    /**
     * The stores under test. A test calls this method many times; all the stores it returns share the same data.
     *
     * @return the stores
     */
    protected abstract AccountStores stores();

    /**
     * Makes a user inactive directly in the database of the adapter's tests; the user's tokens stay.
     *
     * @param userId a user of the stores
     */
    protected abstract void deactivate(long userId);

    private StoreFixture fixture() {
        return new StoreFixture(this::stores, this::deactivate);
    }

    @Nested
    class Insert extends UserInsertCases {
        Insert() {
            super(UserStoreContract.this.fixture());
        }
    }

    @Nested
    class Find extends UserFindCases {
        Find() {
            super(UserStoreContract.this.fixture());
        }
    }

    @Nested
    class Replace extends UserReplaceCases {
        Replace() {
            super(UserStoreContract.this.fixture());
        }
    }

    @Nested
    class ChangeProfile {

        private final StoreFixture fixture = fixture();
        private final long perm = fixture.town("Perm").id();
        private final long moscow = fixture.town("Moscow").id();

        private SortedSet<Long> change(long id, ProfileChange change) {
            return stores().users().changeProfile(id, change);
        }

        private ProfileChange all(Long... towns) {
            return ProfileChange.none()
                    .firstName("Ana")
                    .lastName("Пермь O'Neil")
                    .daysCount(10)
                    .towns(List.of(towns));
        }

        @Test
        void changes_what_it_names_and_shows_towns_once_in_the_order_of_ids() {
            long id = fixture.inserted("ana", perm);

            assertThat(change(id, all(moscow, perm, moscow))).isEmpty();

            User ana = fixture.user(id);
            assertThat(ana.firstName()).isEqualTo("Ana");
            assertThat(ana.lastName()).isEqualTo("Пермь O'Neil");
            assertThat(ana.daysCount()).isEqualTo(10);
            assertThat(ana.towns()).containsExactly(perm, moscow);
        }

        @Test
        void leaves_what_it_does_not_name() {
            long id = fixture.inserted("ana", perm);
            StoredUser state = fixture.read(id);
            User before = fixture.user(id);

            change(id, ProfileChange.none().lastName("O'Neil"));
            change(id, ProfileChange.none());

            assertThat(fixture.user(id))
                    .usingRecursiveComparison()
                    .ignoringFields("lastName")
                    .isEqualTo(before);
            assertThat(fixture.read(id)).isEqualTo(state);
            change(id, all(moscow));
            change(id, ProfileChange.none().firstName("").daysCount(1));
            assertThat(fixture.user(id))
                    .returns("", User::firstName)
                    .returns("Пермь O'Neil", User::lastName)
                    .returns(1, User::daysCount)
                    .returns(List.of(moscow), User::towns);
        }

        @Test
        void replaces_towns_by_others_and_by_none() {
            long id = fixture.inserted("ana", perm);
            long other = fixture.inserted("bob", perm);

            change(id, ProfileChange.none().towns(List.of(moscow)));
            assertThat(fixture.user(id).towns()).containsExactly(moscow);
            change(id, ProfileChange.none().towns(List.of()));

            assertThat(fixture.user(id).towns()).isEmpty();
            assertThat(fixture.user(other).towns()).containsExactly(perm);
        }

        @Test
        void changes_nothing_and_names_every_town_that_does_not_exist() {
            long id = fixture.inserted("ana", perm);
            User before = fixture.user(id);

            assertThat(change(id, all(Long.MAX_VALUE, moscow, 0L, -1L))).containsExactly(-1L, 0L, Long.MAX_VALUE);

            assertThat(fixture.user(id)).isEqualTo(before);
        }

        @Test
        void keeps_names_of_150_letters_of_four_bytes_and_1000_towns() {
            String longest = "\uD840\uDC00".repeat(150);
            long id = fixture.inserted("ana");
            List<Long> towns = stores().atomically(() ->
                    Stream.generate(() -> fixture.town("Perm").id()).limit(1000).toList());

            assertThat(change(
                            id,
                            ProfileChange.none()
                                    .firstName(longest)
                                    .lastName(longest)
                                    .towns(towns)))
                    .isEmpty();

            assertThat(fixture.user(id))
                    .returns(longest, User::firstName)
                    .returns(longest, User::lastName)
                    .returns(towns, User::towns);
        }

        @Test
        void is_undone_with_its_unit_of_work() {
            long id = fixture.inserted("ana", perm);
            User before = fixture.user(id);

            assertThatThrownBy(() -> stores().atomically(() -> {
                        assertThat(change(id, all(moscow))).isEmpty();
                        assertThat(fixture.user(id).firstName()).isEqualTo("Ana");
                        throw new UnsupportedOperationException("undo");
                    }))
                    .isInstanceOf(UnsupportedOperationException.class);

            assertThat(fixture.user(id)).isEqualTo(before);
        }

        @Test
        void of_many_changes_at_once_one_is_whole_at_the_end() {
            long id = fixture.inserted("ana", perm);
            List<Long> towns =
                    Stream.generate(() -> fixture.town("Perm").id()).limit(8).toList();

            Race.of(
                    8,
                    i -> Race.atLast(() -> stores().atomically(() -> stores().users()
                                    .replace(fixture.read(id))
                            && change(id, ProfileChange.none().daysCount(i + 1).towns(towns.subList(i, 8)))
                                    .isEmpty())));

            User ana = fixture.user(id);
            assertThat(ana.towns()).isIn(towns.subList(ana.daysCount() - 1, 8), List.of(perm));
        }
    }

    @Nested
    class Delete extends UserDeleteCases {
        Delete() {
            super(UserStoreContract.this.fixture());
        }
    }

    @Nested
    class Search extends UserSearchCases {
        Search() {
            super(UserStoreContract.this.fixture());
        }
    }
}
