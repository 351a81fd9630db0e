package dev.accounts.testkit.contract.store;

import static dev.accounts.testkit.contract.store.OutboxFixture.users;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.accounts.model.AccountMessage.Kind;
import dev.accounts.model.BadCredentialsException;
import dev.accounts.spi.Notice;
import dev.accounts.spi.OutboxStore;
import dev.accounts.testkit.internal.StoreFixture;
import java.time.Duration;
import java.time.Instant;
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
    void clear_the_reserved_time() {
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
    void takes_a_notice_that_a_clock_that_was_ahead_has_dated() {
        outbox.add(fixture.inserted("ana"));
        Instant earlier = ReservedTime.START.minus(OutboxStore.LONGEST_DELAY);

        assertThat(outbox.claim(earlier, 100)).isEmpty();

        Notice taken = outbox.claimOne(earlier.minusNanos(1000));
        assertThat(taken.createdAt()).isEqualTo(earlier.minusNanos(1000));
        assertThat(outbox.claim(earlier, 100)).isEmpty();
        assertThat(outbox.claimOne(earlier.plusSeconds(60)).createdAt()).isEqualTo(taken.createdAt());
    }

    @Test
    void never_takes_a_notice_without_a_user() {
        outbox.addWithoutUser();

        assertThat(outbox.claim(ReservedTime.START.minus(Duration.ofDays(1)), 100))
                .isEmpty();
        assertThat(outbox.claim(ReservedTime.END, 100)).isEmpty();
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
        outbox.addWithoutUser();
        long id = fixture.inserted("ana");
        outbox.add(id);
        outbox.addWithoutUser();

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

    @Test
    void takes_one_notice_of_a_user_at_a_time() {
        long id = fixture.inserted("ana");
        outbox.add(id, Kind.EMAIL_CHANGED, ReservedTime.START);
        outbox.add(id, Kind.PASSWORD_CHANGED, ReservedTime.START);
        outbox.add(id, Kind.USERNAME_CHANGED, ReservedTime.START);

        for (Kind kind : List.of(Kind.EMAIL_CHANGED, Kind.PASSWORD_CHANGED, Kind.USERNAME_CHANGED)) {
            Notice taken = outbox.claimOne(ReservedTime.START);
            assertThat(taken.kind()).isEqualTo(kind);
            assertThat(outbox.claim()).isEmpty();
            assertThat(outbox.outbox().remove(taken)).isTrue();
        }
        assertThat(outbox.claim()).isEmpty();
    }

    @Test
    void takes_the_first_again_before_the_second() {
        long id = fixture.inserted("ana");
        outbox.add(id, Kind.EMAIL_CHANGED, ReservedTime.START);
        outbox.add(id, Kind.PASSWORD_CHANGED, ReservedTime.START);
        Notice first = outbox.outbox()
                .claim(ReservedTime.START, ReservedTime.second(10), 100)
                .get(0);

        assertThat(outbox.claimOne(ReservedTime.second(10)).id()).isEqualTo(first.id());
    }

    @Test
    void makes_the_second_wait_for_a_first_that_was_postponed() {
        long id = fixture.inserted("ana");
        outbox.add(id, Kind.EMAIL_CHANGED, ReservedTime.START);
        outbox.add(id, Kind.PASSWORD_CHANGED, ReservedTime.START);
        Notice first = outbox.claimOne(ReservedTime.START);
        outbox.outbox().postpone(first, ReservedTime.second(100));

        assertThat(outbox.claim(ReservedTime.second(99), 100)).isEmpty();

        assertThat(outbox.claimOne(ReservedTime.second(100)).id()).isEqualTo(first.id());
    }

    @Test
    void lets_nobody_wait_for_another() {
        long ana = fixture.inserted("ana");
        long bob = fixture.inserted("bob");
        outbox.add(ana);
        outbox.add(ana);
        outbox.claimOne(ReservedTime.START);

        outbox.add(bob);

        assertThat(users(outbox.claim())).containsExactly(bob);
    }

    @Test
    void counts_what_waits_behind_another_as_nothing() {
        long ana = fixture.inserted("ana");
        for (int i = 0; i < 10; i++) {
            outbox.add(ana);
        }
        long bob = fixture.inserted("bob");
        outbox.add(bob);

        assertThat(users(outbox.claim(ReservedTime.START, 2))).containsExactly(ana, bob);
    }

    private void assertTakes(String address) {
        assertThat(outbox.claimOne(ReservedTime.START).address()).isEqualTo(fixture.email(address));
    }

    private Notice fail(Notice notice) {
        assertThat(outbox.outbox().postpone(notice, ReservedTime.second(100))).isTrue();
        return notice;
    }

    @Test
    void a_notice_waits_for_an_older_one_to_another_address_that_was_never_tried() {
        long ana = fixture.inserted("ana");
        outbox.add(ana, "far");
        outbox.add(ana, "near");

        assertTakes("far");
        assertTakes("near");
    }

    /** The clocks of nodes differ. */
    @Test
    void a_notice_waits_for_an_older_one_to_another_address_even_if_that_is_due_later() {
        Optional<Long> ana = Optional.of(fixture.inserted("ana"));
        outbox.outbox().add(ana, Kind.EMAIL_CHANGED, fixture.email("far"), ReservedTime.second(1));
        outbox.outbox().add(ana, Kind.EMAIL_CHANGED, fixture.email("near"), ReservedTime.START);

        assertThat(outbox.claim()).isEmpty();

        assertThat(outbox.claimOne(ReservedTime.second(1)).address()).isEqualTo(fixture.email("far"));
        assertTakes("near");
    }

    @Test
    void a_notice_waits_for_none_to_another_address_that_was_tried_and_failed() {
        long ana = fixture.inserted("ana");
        outbox.add(ana, "far");
        outbox.add(ana, "near");
        fail(outbox.claimOne(ReservedTime.START));

        assertTakes("near");
        assertThat(outbox.claim()).isEmpty();
    }

    @Test
    void a_notice_waits_for_none_that_waits_itself_for_one_that_was_tried_and_failed() {
        long ana = fixture.inserted("ana");
        outbox.add(ana, "far");
        outbox.add(ana, "far");
        outbox.add(ana, "far");
        outbox.add(ana, "near");
        fail(outbox.claimOne(ReservedTime.START));

        assertTakes("near");
        assertThat(outbox.claim()).isEmpty();
    }

    @Test
    void a_notice_waits_for_every_address_that_was_never_tried() {
        long ana = fixture.inserted("ana");
        outbox.add(ana, "far");
        outbox.add(ana, "farther");
        outbox.add(ana, "near");
        fail(outbox.claimOne(ReservedTime.START));

        assertTakes("farther");
        assertTakes("near");
    }

    @Test
    void a_notice_waits_for_every_older_one_to_the_same_address() {
        long ana = fixture.inserted("ana");
        outbox.add(ana, "far");
        outbox.add(ana, "near");
        outbox.add(ana, "far");
        Notice first = fail(outbox.claimOne(ReservedTime.START));
        outbox.outbox().remove(outbox.claimOne(ReservedTime.START));

        assertThat(outbox.claim()).isEmpty();

        assertThat(outbox.claimOne(ReservedTime.second(100)).id()).isEqualTo(first.id());
        assertThat(outbox.claim(ReservedTime.second(100), 100)).isEmpty();
    }

    @Test
    void addresses_that_differ_in_case_are_others() {
        long ana = fixture.inserted("ana");
        outbox.add(ana, "far");
        outbox.add(ana, "FAR");
        fail(outbox.claimOne(ReservedTime.START));

        assertTakes("FAR");
    }

    @Test
    void no_call_takes_two_notices_of_one_user() {
        long ana = fixture.inserted("ana");
        outbox.add(ana, "far");
        outbox.add(ana, "near");
        Notice far = fail(outbox.claimOne(ReservedTime.START));
        Notice near = fail(outbox.claimOne(ReservedTime.START));

        assertThat(outbox.claim(ReservedTime.second(100), 100))
                .extracting(Notice::id)
                .containsExactly(far.id());
        assertThat(outbox.claim(ReservedTime.second(100), 100))
                .extracting(Notice::id)
                .containsExactly(near.id());
    }
}
