package dev.accounts.testkit.contract.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accounts.spi.Notice;
import dev.accounts.testkit.internal.Race;
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
import org.junit.jupiter.params.provider.ValueSource;

abstract class OutboxWorkerCases {

    private static final int RUNNERS = 32;
    private static final int BATCH = 3;

    private final StoreFixture fixture;
    private final OutboxFixture outbox;

    OutboxWorkerCases(StoreFixture fixture) {
        this.fixture = fixture;
        this.outbox = new OutboxFixture(fixture);
    }

    @BeforeEach
    @AfterEach
    void clear_the_era() {
        outbox.clear();
    }

    /** Delivers until it is told that nothing is due; what is delivered then is the business of whoever holds the rest. */
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

    /** What workers have delivered, and one more after them. */
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
}
