package dev.accounts.testkit.contract.store;

import static dev.accounts.testkit.internal.StoreFixture.JOINED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.accounts.model.Group;
import dev.accounts.model.Permission;
import dev.accounts.spi.Assignment;
import dev.accounts.spi.StoredOneTimeToken.Purpose;
import dev.accounts.spi.StoredUser;
import dev.accounts.spi.UserKey;
import dev.accounts.testkit.internal.Race;
import dev.accounts.testkit.internal.StoreFixture;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

abstract class UserDeleteCases {

    private static final int RUNNERS = 32;

    private final StoreFixture fixture;

    UserDeleteCases(StoreFixture fixture) {
        this.fixture = fixture;
    }

    private boolean delete(StoredUser seen) {
        return fixture.stores().users().delete(seen);
    }

    /** A user with all kinds of related data. */
    private StoredUser rich(String name) {
        long id = fixture.inserted(name, fixture.town("Perm").id());
        Group group = fixture.stores().roles().ensureGroup(fixture.unique("editors"));
        Permission permission = fixture.stores().roles().ensurePermission(fixture.unique("edit"));
        fixture.stores().roles().assign(Assignment.of(Assignment.Kind.GROUPS_OF_USER, id, List.of(group.id())));
        fixture.stores()
                .roles()
                .assign(Assignment.of(Assignment.Kind.PERMISSIONS_OF_USER, id, List.of(permission.id())));
        fixture.issue(fixture.token(name, id, JOINED));
        fixture.issue(fixture.token(name + "2", id, JOINED));
        fixture.stores().oneTimeTokens().issue(fixture.oneTime(name, Purpose.RESET_PASSWORD, id, JOINED));
        return fixture.read(id);
    }

    private boolean isWhole(StoredUser user, String name) {
        return fixture.stores().users().find(user.id()).isPresent()
                && fixture.isStored(name)
                && fixture.isStored(name + "2")
                && fixture.stores().oneTimeTokens().find(fixture.digest(name)).isPresent();
    }

    @Test
    void deletes_a_user_and_all_that_hangs_on_it() {
        StoredUser ana = rich("ana");

        assertThat(delete(ana)).isTrue();

        assertThat(fixture.stores().users().find(ana.id())).isEmpty();
        assertThat(fixture.stores().users().read(UserKey.id(ana.id()))).isEmpty();
        assertThat(fixture.credentials("ana")).isEmpty();
        assertThat(fixture.isStored("ana")).isFalse();
        assertThat(fixture.isStored("ana2")).isFalse();
        assertThat(fixture.stores().tokens().list(ana.id())).isEmpty();
        assertThat(fixture.stores().oneTimeTokens().find(fixture.digest("ana"))).isEmpty();
        assertThat(fixture.stores().roles().effective(ana.id())).isEmpty();
    }

    @Test
    void leaves_everybody_else_and_what_was_shared() {
        StoredUser ana = rich("ana");
        StoredUser bob = rich("bob");

        delete(ana);

        assertThat(isWhole(bob, "bob")).isTrue();
        assertThat(fixture.user(bob.id()).towns()).hasSize(1);
        assertThat(fixture.user(bob.id()).groups()).hasSize(1);
        assertThat(fixture.stores().roles().effective(bob.id())).containsExactly(fixture.unique("edit"));
    }

    @Test
    void frees_the_names_but_not_the_id() {
        StoredUser ana = rich("ana");

        delete(ana);

        long again = fixture.inserted("ana");
        assertThat(again).isNotEqualTo(ana.id());
        assertThat(fixture.user(again).groups()).isEmpty();
        assertThat(fixture.stores().tokens().list(again)).isEmpty();
    }

    @Test
    void deletes_nobody_who_was_changed_since() {
        StoredUser seen = rich("ana");
        fixture.flag(seen.id(), false, false, false);

        assertThat(delete(seen)).isFalse();

        assertThat(isWhole(seen, "ana")).isTrue();
        assertThat(fixture.user(seen.id()).active()).isFalse();
    }

    @Test
    void deletes_an_inactive_user() {
        long id = fixture.inserted("ana");
        fixture.flag(id, false, false, false);

        assertThat(delete(fixture.read(id))).isTrue();
    }

    @Test
    void deletes_a_user_once() {
        StoredUser ana = fixture.read(fixture.inserted("ana"));

        assertThat(delete(ana)).isTrue();
        assertThat(delete(ana)).isFalse();
    }

    @Test
    void deletes_nobody_else_who_took_the_name() {
        StoredUser ana = fixture.read(fixture.inserted("ana"));
        delete(ana);
        long again = fixture.inserted("ana");

        assertThat(delete(ana)).isFalse();

        assertThat(fixture.stores().users().find(again)).isPresent();
    }

    @Test
    void answers_true_to_exactly_one_of_many() {
        StoredUser ana = fixture.read(fixture.inserted("ana"));

        assertThat(Collections.frequency(Race.of(RUNNERS, i -> delete(ana)), true))
                .isEqualTo(1);
    }

    @Test
    void lets_either_a_deletion_or_a_change_win() {
        StoredUser ana = fixture.read(fixture.inserted("ana"));

        List<Boolean> answers = Race.of(
                RUNNERS,
                i -> i % 2 == 0 ? delete(ana) : fixture.stores().users().replace(ana.withPasswordHash("hash " + i)));

        assertThat(Collections.frequency(answers, true)).isEqualTo(1);
        assertThat(fixture.stores().users().find(ana.id()).isEmpty()).isEqualTo(answers.indexOf(true) % 2 == 0);
    }

    /** A login can change the user, too; then the deletion must read again. */
    private boolean deleteAtLast(long id) {
        boolean deleted;
        do {
            deleted = delete(fixture.read(id));
        } while (!deleted);
        return true;
    }

    @Test
    void leaves_no_token_of_a_login_that_came_between() {
        long id = fixture.inserted("ana");

        List<Boolean> answers = Race.of(
                RUNNERS, i -> i == 0 ? deleteAtLast(id) : fixture.issue(fixture.token("token" + i, id, JOINED)));

        assertThat(answers.get(0)).isTrue();
        assertThat(fixture.stores().tokens().list(id)).isEmpty();
        assertThat(IntStream.range(1, RUNNERS).filter(i -> fixture.isStored("token" + i)))
                .isEmpty();
    }

    @Test
    void leaves_no_one_time_token_that_came_between() {
        StoredUser ana = fixture.read(fixture.inserted("ana"));

        List<Boolean> answers = Race.of(
                RUNNERS,
                i -> i == 0
                        ? delete(ana)
                        : fixture.stores()
                                .oneTimeTokens()
                                .issue(fixture.oneTime("token" + i, Purpose.VERIFY_EMAIL, ana.id(), JOINED)));

        assertThat(answers.get(0)).isTrue();
        assertThat(IntStream.range(1, RUNNERS)
                        .filter(i -> fixture.stores()
                                .oneTimeTokens()
                                .find(fixture.digest("token" + i))
                                .isPresent()))
                .isEmpty();
    }
}
