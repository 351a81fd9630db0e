package dev.accounts.testkit.contract.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accounts.model.User;
import dev.accounts.model.UserSearch;
import dev.accounts.spi.Assignment;
import dev.accounts.spi.Claim;
import dev.accounts.spi.NewUser;
import dev.accounts.testkit.internal.StoreFixture;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

abstract class UserSearchCases {

    private final StoreFixture fixture;

    UserSearchCases(StoreFixture fixture) {
        this.fixture = fixture;
    }

    /** A search among the users of this case, whose names have a common beginning. */
    private UserSearch mine() {
        return UserSearch.all().prefix(fixture.unique("")).page(0, UserSearch.MAX_PAGE);
    }

    private String name(String ending) {
        return fixture.unique("") + ending;
    }

    private long inserted(String ending) {
        return fixture.inserted(fixture.newUser(fixture.usernameClaim(name(ending))));
    }

    private List<Long> inserted(int count) {
        return IntStream.range(0, count).mapToObj(i -> inserted("user" + i)).toList();
    }

    private List<Long> ids(UserSearch search) {
        return fixture.stores().users().search(search).stream().map(User::id).toList();
    }

    @Test
    void finds_whole_users() {
        long id = fixture.inserted(fixture.newUser(Claim.of(
                Optional.of(name("ana")),
                Optional.of(fixture.email("ana")),
                List.of(fixture.town("Perm").id(), fixture.town("Moscow").id()))));
        long group = fixture.stores().roles().ensureGroup(fixture.unique("g")).id();
        long permission =
                fixture.stores().roles().ensurePermission(fixture.unique("p")).id();
        fixture.stores().roles().assign(Assignment.of(Assignment.Kind.GROUPS_OF_USER, id, List.of(group)));
        fixture.stores().roles().assign(Assignment.of(Assignment.Kind.PERMISSIONS_OF_USER, id, List.of(permission)));
        long other = inserted("bob");

        assertThat(fixture.stores().users().search(mine())).containsExactly(fixture.user(id), fixture.user(other));
        assertThat(fixture.user(id).groups()).hasSize(1);
        assertThat(fixture.user(id).permissions()).hasSize(1);
    }

    @Test
    void finds_by_the_beginning_of_the_username() {
        long ana = inserted("ana");
        long anabel = inserted("anabel");
        long bob = inserted("bob");

        assertThat(ids(mine())).containsExactly(ana, anabel, bob);
        assertThat(ids(mine().prefix(name("ana")))).containsExactly(ana, anabel);
        assertThat(ids(mine().prefix(name("anab")))).containsExactly(anabel);
        assertThat(ids(mine().prefix(name("anac")))).isEmpty();
        assertThat(ids(mine().prefix("na" + fixture.unique("")))).isEmpty();
    }

    @Test
    void finds_by_the_beginning_of_the_email_and_each_user_once() {
        long ana = fixture.inserted(
                fixture.newUser(Claim.of(Optional.of(fixture.unique("x")), Optional.of(name("ana@x")), List.of())));
        long both = fixture.inserted(
                fixture.newUser(Claim.of(Optional.of(name("ana")), Optional.of(name("anabel@x")), List.of())));

        assertThat(ids(mine().prefix(name("ana")))).containsExactly(ana, both);
        assertThat(ids(mine().prefix(name("ana@")))).containsExactly(ana);
    }

    @Test
    void finds_nobody_by_a_text_longer_than_any_name() {
        inserted("ana");

        assertThat(ids(mine().prefix(name("ana".repeat(1000))))).isEmpty();
    }

    @Test
    void finds_active_users_or_others_or_both() {
        List<Long> ids = inserted(4);
        fixture.flag(ids.get(1), false, false, false);
        fixture.flag(ids.get(3), false, true, false);

        assertThat(ids(mine().active(true))).containsExactly(ids.get(0), ids.get(2));
        assertThat(ids(mine().active(false))).containsExactly(ids.get(1), ids.get(3));
        assertThat(ids(mine())).isEqualTo(ids);
        assertThat(ids(mine().active(false).staff(true))).containsExactly(ids.get(3));
    }

    @Test
    void finds_staff_or_others_or_both() {
        List<Long> ids = inserted(4);
        fixture.flag(ids.get(0), true, true, false);
        fixture.flag(ids.get(2), true, false, true);

        assertThat(ids(mine().staff(true))).containsExactly(ids.get(0));
        assertThat(ids(mine().staff(false))).containsExactly(ids.get(1), ids.get(2), ids.get(3));
    }

    @Test
    void gives_pages_in_ascending_order_of_ids() {
        List<Long> ids = inserted(5);

        assertThat(ids).isSorted();
        assertThat(ids(mine().page(0, 2))).containsExactly(ids.get(0), ids.get(1));
        assertThat(ids(mine().page(ids.get(1), 2))).containsExactly(ids.get(2), ids.get(3));
        assertThat(ids(mine().page(ids.get(3), 2))).containsExactly(ids.get(4));
        assertThat(ids(mine().page(ids.get(4), 2))).isEmpty();
    }

    @Test
    void fills_pages_with_those_that_were_asked_for() {
        List<Long> ids = inserted(9);
        ids.stream().filter(id -> ids.indexOf(id) % 3 != 0).forEach(id -> fixture.flag(id, false, false, false));

        assertThat(ids(mine().active(true).page(0, 2))).containsExactly(ids.get(0), ids.get(3));
        assertThat(ids(mine().active(true).page(ids.get(3), 2))).containsExactly(ids.get(6));
    }

    @Test
    void counts_users_and_not_what_hangs_on_them() {
        Long[] towns = IntStream.range(0, 5)
                .mapToObj(i -> fixture.town("town" + i).id())
                .toArray(Long[]::new);
        List<Long> ids = IntStream.range(0, 3)
                .mapToObj(i -> fixture.inserted(
                        fixture.newUser(Claim.of(Optional.of(name("user" + i)), Optional.empty(), List.of(towns)))))
                .toList();

        assertThat(ids(mine().page(0, 2))).containsExactly(ids.get(0), ids.get(1));
    }

    @Test
    void finds_everybody_without_a_prefix() {
        List<Long> ids = inserted(3);

        assertThat(ids(UserSearch.all().page(ids.get(0) - 1, 3))).isEqualTo(ids);
    }

    private long withUsername(String ending) {
        return fixture.inserted(fixture.newUser(fixture.usernameClaim(name(ending))));
    }

    private long withEmail(String ending) {
        return fixture.inserted(
                fixture.newUser(Claim.of(Optional.of(fixture.unique(ending)), Optional.of(name(ending)), List.of())));
    }

    private List<Long> found(String prefix) {
        return fixture.stores().users().search(UserSearch.all().prefix(name(prefix))).stream()
                .map(User::id)
                .toList();
    }

    /** Characters with a special meaning in some pattern language. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "%", "_", "\\", "\\%", "\\_", "\\\\", "!", "!%", "|", "|%", "^", "^_", "[a-z]", "[", "]", "*", "?", ".",
                "'", "''", "\"", "#", "$", "{", "~"
            })
    void takes_every_character_literally(String text) {
        withUsername("xyz");
        withUsername("yz");
        long username = withUsername(text + "z");
        long email = withEmail(text + "@x");

        assertThat(found(text)).containsExactly(username, email);
    }

    @ParameterizedTest
    @FieldSource("dev.accounts.testkit.contract.store.UserFindCases#PAIRS")
    void compares_beginnings_exactly(List<String> pair) {
        String one = pair.get(0) + "b";
        String other = pair.get(1) + "b";
        long username = withUsername(one + "z");
        long email = withEmail(one + "@x");

        assertThat(found(other)).isEmpty();
        assertThat(found(one)).containsExactly(username, email);
    }

    @Test
    void compares_keys_and_not_display_forms() {
        Claim claim = Claim.of(Optional.of(name("ana")), Optional.of(name("eve@x")), List.of());
        long id = fixture.inserted(
                new NewUser(name("ANA"), name("EVE@x"), claim, StoreFixture.HASH, StoreFixture.JOINED));

        assertThat(found("an")).containsExactly(id);
        assertThat(found("ev")).containsExactly(id);
        assertThat(found("AN")).isEmpty();
        assertThat(found("EV")).isEmpty();
    }
}
