package dev.accounts.testkit.contract.store;

import static dev.accounts.testkit.internal.StoreFixture.HASH;
import static dev.accounts.testkit.internal.StoreFixture.JOINED;
import static dev.accounts.testkit.internal.StoreFixture.MAX_TOKENS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.accounts.model.StorageException;
import dev.accounts.model.User;
import dev.accounts.spi.Conflicts;
import dev.accounts.spi.Insertion;
import dev.accounts.spi.StoredUser;
import dev.accounts.spi.TokenStore.VerifiedLogin;
import dev.accounts.spi.UserKey;
import dev.accounts.testkit.internal.Race;
import dev.accounts.testkit.internal.StoreFixture;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

abstract class UserReplaceCases {

    private static final int RUNNERS = 32;

    private final StoreFixture fixture;

    UserReplaceCases(StoreFixture fixture) {
        this.fixture = fixture;
    }

    private boolean replace(StoredUser changed) {
        return fixture.stores().users().replace(changed);
    }

    /** The given state with every changeable field changed. */
    private StoredUser changed(StoredUser read) {
        return read.withUsername(fixture.unique("BOB"), fixture.unique("bob"))
                .withEmail(new StoredUser.Email(
                        "BOB@example.org", Optional.of(fixture.email("bob")), true, Optional.of("next@example.org")))
                .withPasswordHash("another hash")
                .withFlags(new StoredUser.Flags(false, true, true));
    }

    @Test
    void replaces_every_field_and_counts_the_version_up() {
        StoredUser before = fixture.read(fixture.inserted("ana"));
        StoredUser changed = changed(before);

        assertThat(replace(changed)).isTrue();

        StoredUser after = fixture.read(before.id());
        assertThat(after).usingRecursiveComparison().ignoringFields("version").isEqualTo(changed);
        assertThat(after.version()).isEqualTo(before.version() + 1);
    }

    @Test
    void shows_what_was_replaced_and_leaves_the_rest() {
        long town = fixture.town("Perm").id();
        long id = fixture.inserted("ana", town);
        fixture.issue(fixture.token("token", id, JOINED.plusSeconds(1)));

        replace(changed(fixture.read(id)));

        assertThat(fixture.user(id))
                .isEqualTo(new User(
                        id,
                        fixture.unique("BOB"),
                        "BOB@example.org",
                        true,
                        "",
                        "",
                        false,
                        true,
                        true,
                        JOINED,
                        Optional.of(JOINED.plusSeconds(1)),
                        3,
                        List.of(),
                        List.of(),
                        List.of(town)));
    }

    @Test
    void is_seen_by_the_tokens_of_the_user() {
        long id = fixture.inserted("ana");
        fixture.issue(fixture.token("token", id, JOINED));

        fixture.flag(id, false, true, true);

        assertThat(fixture.stores().tokens().findOwner(fixture.digest("token"))).hasValueSatisfying(owner -> {
            assertThat(owner.active()).isFalse();
            assertThat(owner.identity().staff()).isTrue();
            assertThat(owner.identity().superuser()).isTrue();
        });
    }

    @Test
    void keeps_names_and_counts_the_version_up_where_nothing_is_changed() {
        StoredUser before = fixture.read(fixture.inserted("ana"));

        assertThat(replace(before)).isTrue();

        assertThat(fixture.read(before.id()).version()).isEqualTo(before.version() + 1);
        assertThat(fixture.credentials("ana")).map(StoredUser::id).contains(before.id());
    }

    @Test
    void replaces_again_and_again() {
        long id = fixture.inserted("ana");
        long version = fixture.read(id).version();

        for (int i = 1; i <= 10; i++) {
            assertThat(replace(fixture.read(id).withPasswordHash("hash " + i))).isTrue();
        }

        assertThat(fixture.read(id).passwordHash()).isEqualTo("hash 10");
        assertThat(fixture.read(id).version()).isEqualTo(version + 10);
    }

    @Test
    void frees_the_former_names_and_takes_the_new_ones() {
        long id = fixture.inserted("ana");

        replace(changed(fixture.read(id)));

        assertThat(fixture.credentials("ana")).isEmpty();
        assertThat(fixture.stores().users().read(UserKey.email(fixture.email("ana"))))
                .isEmpty();
        assertThat(fixture.insert(fixture.claim("bob"))).isEqualTo(StoreFixture.refused(true, true));
        assertThat(fixture.inserted("ana")).isNotEqualTo(id);
    }

    @Test
    void removes_an_email() {
        long id = fixture.inserted("ana");

        assertThat(replace(fixture.read(id)
                        .withEmail(new StoredUser.Email("", Optional.empty(), false, Optional.empty()))))
                .isTrue();

        assertThat(fixture.user(id).email()).isEmpty();
        assertThat(fixture.read(id).email().key()).isEmpty();
        assertThat(fixture.stores().users().conflicts(fixture.claim("ana")).emailTaken())
                .isFalse();
    }

    @Test
    void changes_nobody_else() {
        long id = fixture.inserted("ana");
        StoredUser other = fixture.read(fixture.inserted("cid"));

        replace(changed(fixture.read(id)));

        assertThat(fixture.read(other.id())).isEqualTo(other);
    }

    @Test
    void takes_names_that_differ_in_case_alone() {
        fixture.inserted("ana");
        long id = fixture.inserted("bob");
        String name = fixture.unique("Ana");
        String email = fixture.email("Ana");

        assertThat(replace(fixture.read(id)
                        .withUsername(name, name)
                        .withEmail(new StoredUser.Email(email, Optional.of(email), false, Optional.empty()))))
                .isTrue();

        assertThat(fixture.stores().users().conflicts(fixture.claim("Ana")))
                .isEqualTo(Conflicts.of(true, true, List.of()));
    }

    /** Letters of four bytes each. */
    @Test
    void keeps_the_longest_names_emails_and_hashes() {
        long id = fixture.inserted("ana");
        String ending = fixture.unique("");
        String wide = "\uD840\uDC00";
        String email = wide.repeat(254 - ending.length()) + ending;
        StoredUser longest = fixture.read(id)
                .withUsername(wide.repeat(150 - ending.length()) + ending, wide.repeat(300 - ending.length()) + ending)
                .withEmail(new StoredUser.Email(email, Optional.of(email), true, Optional.of(wide.repeat(254))))
                .withPasswordHash("$aA/+=,".repeat(37).substring(0, 255));

        assertThat(replace(longest)).isTrue();

        assertThat(fixture.read(id))
                .usingRecursiveComparison()
                .ignoringFields("version")
                .isEqualTo(longest);
    }

    private void assertTaken(UnaryOperator<StoredUser> change) {
        StoredUser ana = fixture.read(fixture.inserted("ana"));
        StoredUser bob = fixture.read(fixture.inserted("bob"));

        assertThatExceptionOfType(StorageException.class)
                .isThrownBy(() -> replace(change.apply(bob)))
                .returns(StorageException.Outcome.UNCHANGED, StorageException::outcome);

        assertThat(fixture.read(ana.id())).isEqualTo(ana);
        assertThat(fixture.read(bob.id())).isEqualTo(bob);
        assertThat(fixture.credentials("bob")).contains(bob);
    }

    @Test
    void changes_nothing_once_the_user_was_changed() {
        long id = fixture.inserted("ana");
        StoredUser seen = fixture.read(id);
        fixture.flag(id, true, true, false);
        StoredUser now = fixture.read(id);

        assertThat(replace(seen.withPasswordHash("another hash"))).isFalse();
        assertThat(replace(seen.withUsername(fixture.unique("bob"), fixture.unique("bob"))))
                .isFalse();

        assertThat(fixture.read(id)).isEqualTo(now);
        assertThat(fixture.credentials("bob")).isEmpty();
    }

    @Test
    void does_not_bring_back_a_hash_that_a_login_has_replaced() {
        long id = fixture.inserted("ana");
        StoredUser seen = fixture.read(id);
        fixture.stores()
                .tokens()
                .issue(new VerifiedLogin(fixture.token("token", id, JOINED), HASH, "stronger", MAX_TOKENS));

        assertThat(replace(seen.withFlags(new StoredUser.Flags(true, true, false))))
                .isFalse();

        assertThat(fixture.read(id).passwordHash()).isEqualTo("stronger");
        assertThat(fixture.read(id).flags().staff()).isFalse();
    }

    @Test
    void changes_nothing_from_a_version_that_is_yet_to_come() {
        StoredUser ana = fixture.read(fixture.inserted("ana"));
        StoredUser ahead = new StoredUser(
                ana.id(),
                ana.version() + 1,
                ana.username(),
                ana.usernameKey(),
                ana.email().verified(true),
                HASH,
                new StoredUser.Flags(false, false, false),
                true);

        assertThat(replace(ahead)).isFalse();

        assertThat(fixture.read(ana.id())).isEqualTo(ana);
    }

    @Test
    void does_not_bring_back_a_deleted_user() {
        StoredUser ana = fixture.read(fixture.inserted("ana"));
        fixture.stores().users().delete(ana);

        assertThat(replace(ana.withFlags(new StoredUser.Flags(true, true, true))))
                .isFalse();

        assertThat(fixture.stores().users().find(ana.id())).isEmpty();
        assertThat(fixture.credentials("ana")).isEmpty();
    }

    @Test
    void refuses_the_username_of_another_user() {
        assertTaken(bob -> bob.withUsername(fixture.unique("ana"), fixture.unique("ana")));
    }

    @Test
    void refuses_the_email_of_another_user() {
        assertTaken(bob -> bob.withEmail(
                new StoredUser.Email(fixture.email("ana"), Optional.of(fixture.email("ana")), true, Optional.empty())));
    }

    @Test
    void refuses_a_free_username_together_with_a_taken_email() {
        assertTaken(bob -> bob.withUsername(fixture.unique("cid"), fixture.unique("cid"))
                .withEmail(new StoredUser.Email(
                        fixture.email("ana"), Optional.of(fixture.email("ana")), true, Optional.empty())));

        assertThat(fixture.credentials("cid")).isEmpty();
    }

    @Test
    void refuses_a_taken_username_together_with_a_free_email() {
        assertTaken(bob -> bob.withUsername(fixture.unique("ana"), fixture.unique("ana"))
                .withEmail(new StoredUser.Email(
                        fixture.email("cid"), Optional.of(fixture.email("cid")), true, Optional.empty())));

        assertThat(fixture.stores().users().conflicts(fixture.claim("cid")).isEmpty())
                .isTrue();
    }

    /** Whether the user got the name; false if another user has it. */
    private boolean rename(StoredUser user, String name) {
        try {
            return replace(user.withUsername(fixture.unique(name), fixture.unique(name)));
        } catch (StorageException taken) {
            assertThat(taken.outcome()).isEqualTo(StorageException.Outcome.UNCHANGED);
            return false;
        }
    }

    private List<StoredUser> users(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> fixture.read(fixture.inserted("user" + i)))
                .toList();
    }

    @Test
    void answers_true_to_exactly_one_of_many_that_read_one_version() {
        StoredUser ana = fixture.read(fixture.inserted("ana"));

        List<Boolean> answers = Race.of(RUNNERS, i -> replace(ana.withPasswordHash("hash " + i)));

        assertThat(Collections.frequency(answers, true)).isEqualTo(1);
        StoredUser after = fixture.read(ana.id());
        assertThat(after.passwordHash()).isEqualTo("hash " + answers.indexOf(true));
        assertThat(after.version()).isEqualTo(ana.version() + 1);
    }

    @Test
    void loses_no_change_of_those_who_read_again() {
        StoredUser ana = fixture.read(fixture.inserted("ana"));

        Race.of(RUNNERS, i -> {
            StoredUser read = fixture.read(ana.id());
            while (!replace(read.withPasswordHash(read.passwordHash() + "+"))) {
                read = fixture.read(ana.id());
            }
            return true;
        });

        StoredUser after = fixture.read(ana.id());
        assertThat(after.passwordHash()).isEqualTo(ana.passwordHash() + "+".repeat(RUNNERS));
        assertThat(after.version()).isEqualTo(ana.version() + RUNNERS);
    }

    @Test
    void gives_one_username_to_exactly_one_of_many_users() {
        List<StoredUser> users = users(RUNNERS);

        List<Boolean> answers = Race.of(RUNNERS, i -> rename(users.get(i), "ana"));

        assertThat(Collections.frequency(answers, true)).isEqualTo(1);
        assertThat(fixture.credentials("ana"))
                .map(StoredUser::id)
                .contains(users.get(answers.indexOf(true)).id());
        assertThat(users.stream()
                        .filter(user -> fixture.read(user.id()).usernameKey().equals(fixture.unique("ana"))))
                .hasSize(1);
    }

    @Test
    void gives_one_username_to_a_new_user_or_to_one_who_wants_another() {
        List<StoredUser> users = users(RUNNERS / 2);

        List<Boolean> answers = Race.of(
                RUNNERS,
                i -> i % 2 == 0
                        ? rename(users.get(i / 2), "ana")
                        : fixture.insert(fixture.usernameClaim(fixture.unique("ana"))) instanceof Insertion.Stored);

        assertThat(Collections.frequency(answers, true)).isEqualTo(1);
        int winner = answers.indexOf(true);
        long ana = fixture.credentials("ana").orElseThrow().id();
        assertThat(users.stream().map(StoredUser::id).filter(id -> id == ana))
                .hasSize(winner % 2 == 0 ? 1 : 0)
                .allMatch(id -> id == users.get(winner / 2).id());
    }

    @Test
    void replaces_all_that_want_names_of_their_own() {
        List<StoredUser> users = users(RUNNERS);

        assertThat(Race.of(RUNNERS, i -> rename(users.get(i), "ana" + i))).containsOnly(true);

        assertThat(IntStream.range(0, RUNNERS).mapToObj(i -> fixture.credentials("ana" + i)))
                .allMatch(Optional::isPresent);
    }
}
