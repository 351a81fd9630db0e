package dev.accounts.testkit.contract.store;

import static dev.accounts.testkit.contract.store.OutboxFixture.users;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.accounts.model.AccountMessage.Kind;
import dev.accounts.model.BadCredentialsException;
import dev.accounts.spi.Notice;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

abstract class OutboxClaimCases {

    private final StoreFixture fixture;
    private final OutboxFixture outbox;

    OutboxClaimCases(StoreFixture fixture) {
        this.fixture = fixture;
        this.outbox = new OutboxFixture(fixture);
    }

    @BeforeEach
    @AfterEach
    void clear_the_era() {
        outbox.clear();
    }

    @ParameterizedTest
    @EnumSource
    void takes_a_notice_as_it_was_added(Kind kind) {
        long id = fixture.inserted("ana");
        outbox.outbox().add(Optional.of(id), kind, fixture.email("Ána"), ReservedTime.START);

        Notice taken = outbox.claimOne(ReservedTime.START);

        assertThat(taken)
                .isEqualTo(new Notice(taken.id(), Optional.of(id), kind, fixture.email("Ána"), ReservedTime.START, 1));
    }

    /** Letters of four bytes each. */
    @Test
    void keeps_the_longest_address() {
        String address = "\uD840\uDC00".repeat(254);
        outbox.outbox().add(Optional.of(fixture.inserted("ana")), Kind.EMAIL_CHANGED, address, ReservedTime.START);

        assertThat(outbox.claimOne(ReservedTime.START).address()).isEqualTo(address);
    }

    @Test
    void takes_nothing_where_nothing_is_due() {
        assertThat(outbox.claim()).isEmpty();

        outbox.add(fixture.inserted("ana"));

        assertThat(outbox.claim(ReservedTime.START.minusNanos(1000), 100)).isEmpty();
        assertThat(outbox.claim()).hasSize(1);
    }

    @Test
    void takes_a_notice_once_until_its_time_is_over() {
        outbox.add(fixture.inserted("ana"));
        Notice first = outbox.outbox()
                .claim(ReservedTime.START, ReservedTime.second(10), 1)
                .get(0);

        assertThat(outbox.claim()).isEmpty();
        assertThat(outbox.claim(ReservedTime.second(10).minusNanos(1000), 100)).isEmpty();

        Notice second = outbox.claimOne(ReservedTime.second(10));
        assertThat(second.id()).isEqualTo(first.id());
        assertThat(second.attempts()).isEqualTo(2);
        assertThat(second.createdAt()).isEqualTo(ReservedTime.START);
    }

    @Test
    void takes_the_oldest_first_and_no_more_than_it_may() {
        List<Long> users = Stream.of("ana", "bob", "cid", "dan", "eva")
                .map(fixture::inserted)
                .toList();
        users.forEach(id -> outbox.add(id, Kind.USERNAME_CHANGED, ReservedTime.second(users.indexOf(id))));

        List<Notice> first = outbox.claim(ReservedTime.second(9), 2);

        assertThat(first).extracting(Notice::id).isSorted();
        assertThat(users(first)).isEqualTo(users.subList(0, 2));
        assertThat(users(outbox.claim(ReservedTime.second(9), 2))).isEqualTo(users.subList(2, 4));
        assertThat(users(outbox.claim(ReservedTime.second(9), 2))).isEqualTo(users.subList(4, 5));
        assertThat(outbox.claim(ReservedTime.second(9), 2)).isEmpty();
    }

    @Test
    void never_takes_a_notice_for_nobody() {
        outbox.addForNobody();
        long id = fixture.inserted("ana");
        outbox.add(id);
        outbox.addForNobody();

        assertThat(outbox.claimOne(ReservedTime.START).userId()).contains(id);
        assertThat(outbox.claimOne(ReservedTime.END).userId()).contains(id);
    }

    @Test
    void takes_notices_of_inactive_users() {
        long id = fixture.inserted("ana");
        outbox.add(id);
        fixture.flag(id, false, false, false);

        assertThat(users(outbox.claim())).containsExactly(id);
    }

    @Test
    void takes_nothing_of_what_was_undone() {
        long id = fixture.inserted("ana");

        assertThatExceptionOfType(BadCredentialsException.class)
                .isThrownBy(() -> fixture.stores().atomically(() -> {
                    outbox.add(id);
                    throw new BadCredentialsException();
                }));

        assertThat(outbox.claim()).isEmpty();
    }

    @Test
    void puts_back_what_was_taken_in_work_that_was_undone() {
        outbox.add(fixture.inserted("ana"));

        assertThatExceptionOfType(BadCredentialsException.class)
                .isThrownBy(() -> fixture.stores().atomically(() -> {
                    outbox.claimOne(ReservedTime.START);
                    throw new BadCredentialsException();
                }));

        assertThat(outbox.claimOne(ReservedTime.START).attempts()).isEqualTo(1);
    }
}
