package dev.accounts.testkit.contract.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accounts.model.StorageException;
import dev.accounts.spi.Insertion;
import dev.accounts.spi.StoredUser;
import dev.accounts.testkit.internal.Race;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

abstract class UserReplaceRaceCases {

    private static final int RUNNERS = 32;

    private final StoreFixture fixture;

    UserReplaceRaceCases(StoreFixture fixture) {
        this.fixture = fixture;
    }

    private boolean replace(StoredUser changed) {
        return fixture.stores().users().replace(changed);
    }

    /** Whether the user got the name; a refusal because another has it is false. */
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
