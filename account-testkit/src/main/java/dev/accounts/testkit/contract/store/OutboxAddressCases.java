package dev.accounts.testkit.contract.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accounts.model.AccountMessage.Kind;
import dev.accounts.spi.Notice;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An address that cannot be reached must not keep a person from being told at another one. */
abstract class OutboxAddressCases {

    private final StoreFixture fixture;
    private final OutboxFixture outbox;

    OutboxAddressCases(StoreFixture fixture) {
        this.fixture = fixture;
        this.outbox = new OutboxFixture(fixture);
    }

    @BeforeEach
    @AfterEach
    void clear_the_era() {
        outbox.clear();
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

    /** Clocks of nodes differ. */
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
