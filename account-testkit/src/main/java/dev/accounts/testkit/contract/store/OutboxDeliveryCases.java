package dev.accounts.testkit.contract.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accounts.model.AccountMessage.Kind;
import dev.accounts.spi.Notice;
import dev.accounts.testkit.internal.Race;
import dev.accounts.testkit.internal.StoreFixture;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

abstract class OutboxDeliveryCases {

    private static final int RUNNERS = 32;
    private static final int BATCH = 3;

    private final StoreFixture fixture;
    private final OutboxFixture outbox;

    OutboxDeliveryCases(StoreFixture fixture) {
        this.fixture = fixture;
        this.outbox = new OutboxFixture(fixture);
    }

    @BeforeEach
    @AfterEach
    void clear_the_reserved_time() {
        outbox.clear();
    }

    private Notice taken() {
        outbox.add(fixture.inserted("ana"));
        return outbox.outbox()
                .claim(ReservedTime.START, ReservedTime.second(10), 1)
                .get(0);
    }

    @Test
    void takes_a_postponed_notice_when_it_is_due_again() {
        Notice first = taken();

        assertThat(outbox.outbox().postpone(first, ReservedTime.second(20))).isTrue();

        assertThat(outbox.claim(ReservedTime.second(20).minusNanos(1000), 100)).isEmpty();
        Notice second = outbox.claimOne(ReservedTime.second(20));
        assertThat(second.id()).isEqualTo(first.id());
        assertThat(second.attempts()).isEqualTo(2);
    }

    @Test
    void tells_when_the_oldest_notice_was_requested_also_while_it_is_taken() {
        outbox.addWithoutUser();
        outbox.add(fixture.inserted("bob"), Kind.PASSWORD_CHANGED, ReservedTime.second(2));
        outbox.add(fixture.inserted("ana"), Kind.PASSWORD_CHANGED, ReservedTime.second(1));

        assertThat(outbox.outbox().oldest()).contains(ReservedTime.second(1));
        List<Notice> both = outbox.claim(ReservedTime.second(2), 100);
        assertThat(outbox.outbox().oldest()).contains(ReservedTime.second(1));

        both.forEach(outbox.outbox()::remove);
        assertThat(outbox.outbox().oldest()).isNotEqualTo(Optional.of(ReservedTime.second(1)));
    }

    @Test
    void takes_a_postponed_notice_sooner_than_its_time_would_have_been_over() {
        Notice first = taken();

        outbox.outbox().postpone(first, ReservedTime.second(1));

        assertThat(outbox.claimOne(ReservedTime.second(1)).id()).isEqualTo(first.id());
    }

    @Test
    void counts_every_attempt() {
        Notice notice = taken();

        for (int attempt = 2; attempt <= 5; attempt++) {
            outbox.outbox().postpone(notice, ReservedTime.second(attempt));
            notice = outbox.claimOne(ReservedTime.second(attempt));
            assertThat(notice.attempts()).isEqualTo(attempt);
        }
    }

    @Test
    void does_not_put_back_what_another_has_taken_since() {
        Notice late = taken();
        Notice present = outbox.outbox()
                .claim(ReservedTime.second(10), ReservedTime.second(50), 1)
                .get(0);

        assertThat(outbox.outbox().postpone(late, ReservedTime.second(20))).isFalse();

        assertThat(outbox.claim(ReservedTime.second(49), 100)).isEmpty();
        assertThat(outbox.outbox().postpone(present, ReservedTime.second(30))).isTrue();
    }

    @Test
    void does_not_put_back_what_was_removed() {
        Notice notice = taken();
        outbox.outbox().remove(notice);

        assertThat(outbox.outbox().postpone(notice, ReservedTime.START)).isFalse();

        assertThat(outbox.claim(ReservedTime.second(100), 100)).isEmpty();
    }

    @Test
    void removes_a_notice_once() {
        Notice notice = taken();

        assertThat(outbox.outbox().remove(notice)).isTrue();
        assertThat(outbox.outbox().remove(notice)).isFalse();
    }

    @Test
    void removes_a_notice_without_a_token_that_was_delivered_late() {
        Notice late = taken();
        Notice present = outbox.claimOne(ReservedTime.second(10));

        assertThat(outbox.outbox().remove(late)).isTrue();

        assertThat(outbox.outbox().remove(present)).isFalse();
        assertThat(outbox.outbox().postpone(present, ReservedTime.second(20))).isFalse();
    }

    @ParameterizedTest
    @EnumSource(names = {"RESET_PASSWORD", "VERIFY_EMAIL"})
    void does_not_remove_a_notice_with_a_token_that_another_has_taken_since(Kind kind) {
        outbox.add(fixture.inserted("ana"), kind, ReservedTime.START);
        Notice late = outbox.outbox()
                .claim(ReservedTime.START, ReservedTime.second(10), 1)
                .get(0);
        Notice present = outbox.claimOne(ReservedTime.second(10));

        assertThat(outbox.outbox().remove(late)).isFalse();

        assertThat(outbox.outbox().postpone(present, ReservedTime.second(20))).isTrue();
        Notice last = outbox.claimOne(ReservedTime.second(20));
        assertThat(last.id()).isEqualTo(late.id());
        assertThat(outbox.outbox().remove(last)).isTrue();
    }

    @Test
    void removes_one_notice_alone() {
        Notice notice = taken();
        long bob = fixture.inserted("bob");
        outbox.add(bob);

        outbox.outbox().remove(notice);

        assertThat(OutboxFixture.users(outbox.claim())).containsExactly(bob);
    }

    @Test
    void answers_true_to_exactly_one_of_many_that_remove() {
        Notice notice = taken();

        assertThat(Collections.frequency(Race.of(RUNNERS, i -> outbox.outbox().remove(notice)), true))
                .isEqualTo(1);
    }

    /** Claims and delivers until nothing is due; the other workers deliver what they have claimed. */
    private boolean deliver(Queue<Notice> delivered) {
        List<Notice> taken = outbox.claim(ReservedTime.START, BATCH);
        while (!taken.isEmpty()) {
            for (Notice notice : taken) {
                delivered.add(notice);
                assertThat(outbox.outbox().remove(notice)).isTrue();
            }
            taken = outbox.claim(ReservedTime.START, BATCH);
        }
        return true;
    }

    /** Runs the workers, then one more; returns all delivered notices. */
    private List<Notice> delivered(int workers) {
        Queue<Notice> delivered = new ConcurrentLinkedQueue<>();
        Race.of(workers, i -> deliver(delivered));
        deliver(delivered);
        return new ArrayList<>(delivered);
    }

    @ParameterizedTest
    @ValueSource(ints = {4, RUNNERS})
    void deliver_each_notice_once_and_those_of_one_user_in_order(int workers) {
        List<Long> users = IntStream.range(0, 10)
                .mapToObj(i -> fixture.inserted("user" + i))
                .toList();
        IntStream.range(0, 8).forEach(i -> users.forEach(outbox::add));

        List<Notice> delivered = delivered(workers);

        assertThat(delivered)
                .hasSize(80)
                .allMatch(notice -> notice.attempts() == 1)
                .extracting(Notice::id)
                .doesNotHaveDuplicates();
        assertThat(users)
                .allSatisfy(id -> assertThat(delivered)
                        .filteredOn(notice -> notice.userId().equals(Optional.of(id)))
                        .hasSize(8)
                        .extracting(Notice::id)
                        .isSorted());
    }

    @Test
    void deliver_what_is_added_meanwhile() {
        List<Long> users = IntStream.range(0, RUNNERS)
                .mapToObj(i -> fixture.inserted("user" + i))
                .toList();
        Queue<Notice> delivered = new ConcurrentLinkedQueue<>();

        Race.of(RUNNERS, i -> {
            outbox.add(users.get(i));
            return deliver(delivered);
        });
        deliver(delivered);

        assertThat(OutboxFixture.users(new ArrayList<>(delivered))).containsExactlyInAnyOrderElementsOf(users);
    }

    @Test
    void take_one_notice_once() {
        outbox.add(fixture.inserted("ana"));

        List<Integer> taken =
                Race.of(RUNNERS, i -> outbox.claim(ReservedTime.START, BATCH).size());

        assertThat(Collections.frequency(taken, 1)).isEqualTo(1);
        assertThat(Collections.frequency(taken, 0)).isEqualTo(RUNNERS - 1);
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
        outbox.addWithoutUser();
        long id = withNotices(1).get(0);
        outbox.addWithoutUser();
        outbox.addWithoutUser();

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
