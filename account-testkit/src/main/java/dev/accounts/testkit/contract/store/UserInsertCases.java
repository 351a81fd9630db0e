package dev.accounts.testkit.contract.store;

import static dev.accounts.testkit.internal.StoreFixture.HASH;
import static dev.accounts.testkit.internal.StoreFixture.JOINED;
import static dev.accounts.testkit.internal.StoreFixture.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.accounts.model.User;
import dev.accounts.spi.Claim;
import dev.accounts.spi.Conflicts;
import dev.accounts.spi.Insertion;
import dev.accounts.spi.NewUser;
import dev.accounts.spi.StoredUser;
import dev.accounts.testkit.internal.Race;
import dev.accounts.testkit.internal.StoreFixture;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

abstract class UserInsertCases {

    private static final long UNKNOWN = Long.MAX_VALUE - 1;
    private static final int RUNNERS = 200;

    private final StoreFixture fixture;

    UserInsertCases(StoreFixture fixture) {
        this.fixture = fixture;
    }

    private Conflicts conflicts(Claim claim) {
        return fixture.stores().users().conflicts(claim);
    }

    @Test
    void finds_none_for_free_names_and_known_towns() {
        long town = fixture.town("Perm").id();

        assertThat(conflicts(fixture.claim("ana", town))).isEqualTo(Conflicts.none());
    }

    @Test
    void finds_none_where_nothing_is_claimed() {
        fixture.inserted(fixture.newUser(fixture.usernameClaim(fixture.unique("ana"))));

        assertThat(conflicts(Claim.of(Optional.empty(), Optional.empty(), List.of())))
                .isEqualTo(Conflicts.none());
    }

    @Test
    void finds_a_taken_username() {
        fixture.inserted("ana");

        assertThat(conflicts(fixture.usernameClaim(fixture.unique("ana"))))
                .isEqualTo(Conflicts.of(true, false, List.of()));
    }

    @Test
    void finds_a_taken_email() {
        fixture.inserted("ana");

        assertThat(conflicts(Claim.of(Optional.empty(), Optional.of(fixture.email("ana")), List.of())))
                .isEqualTo(Conflicts.of(false, true, List.of()));
    }

    @Test
    void does_not_take_a_username_for_an_email_nor_an_email_for_a_username() {
        fixture.inserted("ana");

        assertThat(conflicts(
                        Claim.of(Optional.of(fixture.email("ana")), Optional.of(fixture.unique("ana")), List.of())))
                .isEqualTo(Conflicts.none());
    }

    @Test
    void finds_names_that_two_users_have_taken() {
        fixture.inserted("ana");
        fixture.inserted("bob");

        assertThat(conflicts(
                        Claim.of(Optional.of(fixture.unique("ana")), Optional.of(fixture.email("bob")), List.of())))
                .isEqualTo(Conflicts.of(true, true, List.of()));
    }

    @Test
    void finds_only_the_towns_that_are_unknown() {
        long town = fixture.town("Perm").id();

        assertThat(conflicts(fixture.claim("ana", UNKNOWN, town, Long.MIN_VALUE, 0L, -1L)))
                .isEqualTo(Conflicts.of(false, false, List.of(Long.MIN_VALUE, -1L, 0L, UNKNOWN)));
    }

    @Test
    void finds_everything_at_once() {
        fixture.inserted("ana");

        assertThat(conflicts(fixture.claim("ana", UNKNOWN))).isEqualTo(Conflicts.of(true, true, List.of(UNKNOWN)));
    }

    @Test
    void looks_up_a_thousand_towns() {
        List<Long> unknown = LongStream.range(UNKNOWN - 999, UNKNOWN).boxed().toList();
        Claim claim = Claim.of(Optional.empty(), Optional.empty(), unknown);

        assertThat(conflicts(claim)).isEqualTo(Conflicts.of(false, false, unknown));
    }

    @Test
    void finds_names_of_inactive_users_taken() {
        fixture.deactivate(fixture.inserted("ana"));

        assertThat(conflicts(fixture.claim("ana"))).isEqualTo(Conflicts.of(true, true, List.of()));
    }

    private Claim claim(String username, String email, Long... towns) {
        return Claim.of(Optional.of(fixture.unique(username)), Optional.of(fixture.email(email)), List.of(towns));
    }

    @Test
    void stores_every_field() {
        long town = fixture.town("Perm").id();
        String display = fixture.unique("Ana");
        NewUser ana = new NewUser(display, "Ana@example.org", fixture.claim("ana", town), HASH, JOINED);

        long id = fixture.inserted(ana);

        assertThat(fixture.stores().users().find(id))
                .contains(new User(
                        id,
                        display,
                        "Ana@example.org",
                        false,
                        "",
                        "",
                        true,
                        false,
                        false,
                        JOINED,
                        Optional.empty(),
                        3,
                        List.of(),
                        List.of(),
                        List.of(town)));
    }

    @Test
    void gives_each_user_a_positive_id_of_its_own() {
        long ana = fixture.inserted("ana");
        long bob = fixture.inserted("bob");

        assertThat(ana).isPositive().isNotEqualTo(bob);
        assertThat(bob).isPositive();
    }

    @Test
    void stores_towns_once_and_in_ascending_order() {
        List<Long> towns =
                Stream.of("a", "b", "c").map(name -> fixture.town(name).id()).toList();

        long id = fixture.inserted("ana", towns.get(2), towns.get(0), towns.get(1), towns.get(2));

        assertThat(fixture.user(id).towns()).isEqualTo(towns);
    }

    @Test
    void lets_many_users_follow_one_town() {
        long town = fixture.town("Perm").id();

        assertThat(Stream.of("ana", "bob").map(name -> fixture.user(fixture.inserted(name, town))))
                .allMatch(user -> user.towns().equals(List.of(town)));
    }

    @Test
    void lets_any_number_of_users_have_no_email() {
        assertThat(Stream.of("ana", "bob", "cid")
                        .map(name -> fixture.inserted(fixture.newUser(fixture.usernameClaim(fixture.unique(name)))))
                        .map(id -> fixture.user(id).email()))
                .containsExactly("", "", "");
    }

    @Test
    void refuses_a_taken_username() {
        long id = fixture.inserted("ana");

        assertThat(fixture.insert(claim("ana", "free"))).isEqualTo(refused(true, false));
        assertThat(fixture.credentials("ana")).map(StoredUser::id).contains(id);
        assertThat(fixture.user(id).email()).isEqualTo(fixture.email("ana"));
    }

    @Test
    void refuses_a_taken_email() {
        fixture.inserted("ana");

        assertThat(fixture.insert(claim("free", "ana"))).isEqualTo(refused(false, true));
    }

    @Test
    void names_everything_that_stands_in_the_way() {
        fixture.inserted("ana");
        fixture.inserted("bob");

        assertThat(fixture.insert(claim("ana", "ana"))).isEqualTo(refused(true, true));
        assertThat(fixture.insert(claim("ana", "bob", UNKNOWN))).isEqualTo(refused(true, true, UNKNOWN));
    }

    @Test
    void refuses_unknown_towns_and_names_them() {
        long town = fixture.town("Perm").id();

        assertThat(fixture.insert(fixture.claim("ana", UNKNOWN, town, -1L)))
                .isEqualTo(refused(false, false, -1L, UNKNOWN));
    }

    @Test
    void refuses_names_of_inactive_users() {
        fixture.deactivate(fixture.inserted("ana"));

        assertThat(fixture.insert(fixture.claim("ana"))).isEqualTo(refused(true, true));
    }

    @Test
    void leaves_nothing_of_a_user_refused_for_its_email() {
        fixture.inserted("ana");

        fixture.insert(claim("bob", "ana"));

        assertThat(fixture.credentials("bob")).isEmpty();
        assertThat(fixture.user(fixture.inserted("bob")).email()).isEqualTo(fixture.email("bob"));
    }

    @Test
    void leaves_nothing_of_a_user_refused_for_its_username() {
        fixture.inserted("ana");

        fixture.insert(claim("ana", "bob"));

        assertThat(fixture.stores().users().conflicts(claim("bob", "bob"))).isEqualTo(Conflicts.none());
    }

    @Test
    void leaves_nothing_of_a_user_refused_for_its_towns() {
        long town = fixture.town("Perm").id();

        fixture.insert(fixture.claim("ana", town, UNKNOWN));

        assertThat(fixture.credentials("ana")).isEmpty();
        assertThat(fixture.user(fixture.inserted("ana")).towns()).isEmpty();
    }

    private Claim usernameAndEmail(String username, String email) {
        return Claim.of(Optional.of(fixture.unique(username)), Optional.of(fixture.email(email)), List.of());
    }

    private static List<Long> ids(List<Insertion> insertions) {
        return insertions.stream()
                .filter(Insertion.Stored.class::isInstance)
                .map(stored -> ((Insertion.Stored) stored).id())
                .toList();
    }

    /** The users with ids next to an id, where a store that counts upwards would have left the losers. */
    private List<User> neighbours(long id) {
        return LongStream.rangeClosed(id - RUNNERS, id + RUNNERS)
                .boxed()
                .flatMap(near -> fixture.stores().users().find(near).stream())
                .toList();
    }

    @Test
    void stores_exactly_one_of_many_with_one_username() {
        List<Insertion> insertions = Race.of(RUNNERS, i -> fixture.insert(usernameAndEmail("ana", "ana" + i)));

        List<Long> winners = ids(insertions);
        assertThat(winners).hasSize(1);
        assertThat(Collections.frequency(insertions, refused(true, false))).isEqualTo(RUNNERS - 1);
        assertThat(fixture.credentials("ana")).map(StoredUser::id).contains(winners.get(0));
        assertThat(neighbours(winners.get(0)))
                .filteredOn(user -> user.username().equals(fixture.unique("ana")))
                .hasSize(1);
    }

    /** A runner that loses one name reaches the next one sooner, so the runners meet repeatedly. */
    @Test
    void stores_each_of_a_row_of_usernames_once() {
        List<List<Long>> winners = Race.of(
                4,
                i -> ids(IntStream.range(0, 100)
                        .mapToObj(name -> fixture.insert(fixture.usernameClaim(fixture.unique("ana" + name))))
                        .toList()));

        assertThat(winners.stream().mapToInt(List::size).sum()).isEqualTo(100);
    }

    @Test
    void leaves_the_emails_of_the_losers_free() {
        List<Insertion> insertions = Race.of(20, i -> fixture.insert(usernameAndEmail("ana", "ana" + i)));

        assertThat(IntStream.range(0, 20)
                        .filter(i -> insertions.get(i) instanceof Insertion.Refused)
                        .mapToObj(i -> fixture.stores().users().conflicts(usernameAndEmail("free", "ana" + i))))
                .hasSize(19)
                .containsOnly(Conflicts.none());
    }

    @Test
    void stores_exactly_one_of_many_with_one_email() {
        List<Insertion> insertions = Race.of(RUNNERS, i -> fixture.insert(usernameAndEmail("ana" + i, "ana")));

        List<Long> winners = ids(insertions);
        assertThat(winners).hasSize(1);
        assertThat(Collections.frequency(insertions, refused(false, true))).isEqualTo(RUNNERS - 1);
        assertThat(IntStream.range(0, RUNNERS).boxed().flatMap(i -> fixture.credentials("ana" + i).stream()))
                .extracting(StoredUser::id)
                .isEqualTo(winners);
        assertThat(neighbours(winners.get(0)))
                .filteredOn(user -> user.email().equals(fixture.email("ana")))
                .hasSize(1);
    }

    @Test
    void judges_those_that_meet_over_either_name() {
        List<Insertion> insertions = Race.of(
                RUNNERS, i -> Race.atLast(() -> fixture.insert(usernameAndEmail("ana" + i % 2, "ana" + i / 2 % 2))));

        List<User> stored = ids(insertions).stream().map(fixture::user).toList();
        assertThat(stored).isNotEmpty();
        assertThat(stored).extracting(User::username).doesNotHaveDuplicates();
        assertThat(stored).extracting(User::email).doesNotHaveDuplicates();
        assertThat(insertions).filteredOn(Insertion.Refused.class::isInstance).hasSize(RUNNERS - stored.size());
    }

    @Test
    void stores_all_that_share_no_name() {
        long town = fixture.town("Perm").id();

        List<Insertion> insertions = Race.of(RUNNERS, i -> fixture.insert(fixture.claim("ana" + i, town)));

        assertThat(ids(insertions)).hasSize(RUNNERS).doesNotHaveDuplicates();
    }
}
