package dev.accounts.testkit.contract.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accounts.model.AccountMessage.Kind;
import dev.accounts.spi.Notice;
import dev.accounts.testkit.internal.Race;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

abstract class OutboxRemovalCases {

    private static final int RUNNERS = 32;

    private final StoreFixture fixture;
    private final OutboxFixture outbox;

    OutboxRemovalCases(StoreFixture fixture) {
        this.fixture = fixture;
        this.outbox = new OutboxFixture(fixture);
    }

    @BeforeEach
    @AfterEach
    void clear_the_era() {
        outbox.clear();
    }

    private List<Long> withNotices(int count) {
        List<Long> users = IntStream.range(0, count)
                .mapToObj(i -> fixture.inserted("user" + i))
                .toList();
        users.forEach(id -> outbox.add(id, Kind.PASSWORD_CHANGED, ReservedTime.second(users.indexOf(id))));
        return users;
    }

    @Test
    void notices_go_with_their_user() {
        List<Long> users = withNotices(2);
        outbox.add(users.get(0));
        Notice taken = outbox.claim(ReservedTime.START, 1).get(0);

        assertThat(fixture.stores().users().delete(fixture.read(users.get(0)))).isTrue();

        assertThat(OutboxFixture.users(outbox.claim(ReservedTime.second(600), 100)))
                .containsExactly(users.get(1));
        assertThat(outbox.outbox().remove(taken)).isFalse();
    }

    @Test
    void removes_what_is_too_old_and_nothing_else() {
        List<Long> users = withNotices(3);

        assertThat(outbox.outbox().purge(ReservedTime.second(2), 100)).isEqualTo(2);

        assertThat(OutboxFixture.users(outbox.claim(ReservedTime.second(9), 100)))
                .containsExactly(users.get(2));
    }

    @Test
    void judges_age_by_when_a_notice_was_asked_for_and_not_by_when_it_is_due() {
        withNotices(1);
        Notice taken = outbox.claimOne(ReservedTime.START);
        outbox.outbox().postpone(taken, ReservedTime.second(1000));

        assertThat(outbox.outbox().purge(ReservedTime.START, 100)).isZero();
        assertThat(outbox.outbox().purge(ReservedTime.START.plusNanos(1000), 100))
                .isEqualTo(1);
        assertThat(outbox.outbox().remove(taken)).isFalse();
    }

    @Test
    void removes_what_goes_to_nobody_at_once() {
        outbox.addForNobody();
        long id = withNotices(1).get(0);
        outbox.addForNobody();
        outbox.addForNobody();

        assertThat(outbox.outbox().purge(ReservedTime.START, 2)).isEqualTo(2);
        assertThat(outbox.outbox().purge(ReservedTime.START, 2)).isEqualTo(1);
        assertThat(outbox.outbox().purge(ReservedTime.START, 2)).isZero();

        assertThat(OutboxFixture.users(outbox.claim())).containsExactly(id);
    }

    @Test
    void removes_no_more_at_a_time_than_it_may() {
        withNotices(5);

        assertThat(outbox.outbox().purge(ReservedTime.END, 2)).isEqualTo(2);
        assertThat(outbox.outbox().purge(ReservedTime.END, 2)).isEqualTo(2);
        assertThat(outbox.outbox().purge(ReservedTime.END, 2)).isEqualTo(1);
        assertThat(outbox.outbox().purge(ReservedTime.END, 2)).isZero();
    }

    @Test
    void counts_each_notice_once_for_many_at_once() {
        withNotices(10);

        int removed = Race.of(RUNNERS, i -> outbox.outbox().purge(ReservedTime.END, 2)).stream()
                .mapToInt(count -> count)
                .sum();

        assertThat(removed + outbox.claim(ReservedTime.second(600), 100).size()).isEqualTo(10);
    }
}
