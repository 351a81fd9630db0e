package dev.accounts.testkit.contract.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accounts.model.AccountMessage.Kind;
import dev.accounts.spi.Notice;
import dev.accounts.testkit.internal.Race;
import java.util.Collections;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

abstract class OutboxRetryCases {

    private static final int RUNNERS = 32;

    private final StoreFixture fixture;
    private final OutboxFixture outbox;

    OutboxRetryCases(StoreFixture fixture) {
        this.fixture = fixture;
        this.outbox = new OutboxFixture(fixture);
    }

    @BeforeEach
    @AfterEach
    void clear_the_era() {
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
}
