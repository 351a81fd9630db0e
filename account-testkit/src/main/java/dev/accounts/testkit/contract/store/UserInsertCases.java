package dev.accounts.testkit.contract.store;

import static dev.accounts.testkit.contract.store.StoreFixture.HASH;
import static dev.accounts.testkit.contract.store.StoreFixture.JOINED;
import static dev.accounts.testkit.contract.store.StoreFixture.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.accounts.model.User;
import dev.accounts.spi.Claim;
import dev.accounts.spi.Conflicts;
import dev.accounts.spi.NewUser;
import dev.accounts.spi.StoredUser;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

abstract class UserInsertCases {

    private static final long UNKNOWN = Long.MAX_VALUE - 1;

    private final StoreFixture fixture;

    UserInsertCases(StoreFixture fixture) {
        this.fixture = fixture;
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
}
