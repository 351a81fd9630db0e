package dev.accounts.testkit.contract.store;

import static dev.accounts.testkit.contract.store.StoreFixture.JOINED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.accounts.model.AccountMessage.Kind;
import dev.accounts.spi.StoredUser;
import dev.accounts.testkit.internal.Race;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

abstract class UserDeleteRaceCases {

    private static final int RUNNERS = 32;

    private final StoreFixture fixture;

    UserDeleteRaceCases(StoreFixture fixture) {
        this.fixture = fixture;
    }

    private boolean delete(StoredUser seen) {
        return fixture.stores().users().delete(seen);
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

    /** A login can be a change of its own, so that the deletion may have to read again. */
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
                                .issue(fixture.oneTime("token" + i, Kind.VERIFY_EMAIL, ana.id(), JOINED)));

        assertThat(answers.get(0)).isTrue();
        assertThat(IntStream.range(1, RUNNERS)
                        .filter(i -> fixture.stores()
                                .oneTimeTokens()
                                .find(fixture.digest("token" + i))
                                .isPresent()))
                .isEmpty();
    }
}
