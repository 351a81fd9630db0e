package dev.accounts.testkit.contract.store;

import static dev.accounts.testkit.contract.store.StoreFixture.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.accounts.model.User;
import dev.accounts.spi.Claim;
import dev.accounts.spi.Conflicts;
import dev.accounts.spi.Insertion;
import dev.accounts.spi.StoredUser;
import dev.accounts.testkit.internal.Race;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

abstract class UserRaceCases {

    private static final int RUNNERS = 200;

    private final StoreFixture fixture;

    UserRaceCases(StoreFixture fixture) {
        this.fixture = fixture;
    }

    private Claim claim(String username, String email) {
        return Claim.of(Optional.of(fixture.unique(username)), Optional.of(fixture.email(email)), List.of());
    }

    private static List<Long> ids(List<Insertion> insertions) {
        return insertions.stream()
                .filter(Insertion.Stored.class::isInstance)
                .map(stored -> ((Insertion.Stored) stored).id())
                .toList();
    }

    /** Users with ids around an id: a store that counts upwards would have left losers there. */
    private List<User> neighbours(long id) {
        return LongStream.rangeClosed(id - RUNNERS, id + RUNNERS)
                .boxed()
                .flatMap(near -> fixture.stores().users().find(near).stream())
                .toList();
    }

    @Test
    void stores_exactly_one_of_many_with_one_username() {
        List<Insertion> insertions = Race.of(RUNNERS, i -> fixture.insert(claim("ana", "ana" + i)));

        List<Long> winners = ids(insertions);
        assertThat(winners).hasSize(1);
        assertThat(Collections.frequency(insertions, refused(true, false))).isEqualTo(RUNNERS - 1);
        assertThat(fixture.credentials("ana")).map(StoredUser::id).contains(winners.get(0));
        assertThat(neighbours(winners.get(0)))
                .filteredOn(user -> user.username().equals(fixture.unique("ana")))
                .hasSize(1);
    }

    /** Whoever loses a name is sooner at the next one, so that the runners meet again and again. */
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
        List<Insertion> insertions = Race.of(20, i -> fixture.insert(claim("ana", "ana" + i)));

        assertThat(IntStream.range(0, 20)
                        .filter(i -> insertions.get(i) instanceof Insertion.Refused)
                        .mapToObj(i -> fixture.stores().users().conflicts(claim("free", "ana" + i))))
                .hasSize(19)
                .containsOnly(Conflicts.none());
    }

    @Test
    void stores_exactly_one_of_many_with_one_email() {
        List<Insertion> insertions = Race.of(RUNNERS, i -> fixture.insert(claim("ana" + i, "ana")));

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
        List<Insertion> insertions =
                Race.of(RUNNERS, i -> Race.atLast(() -> fixture.insert(claim("ana" + i % 2, "ana" + i / 2 % 2))));

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
