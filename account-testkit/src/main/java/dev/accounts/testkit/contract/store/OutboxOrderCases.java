package dev.accounts.testkit.contract.store;

import static dev.accounts.testkit.contract.store.OutboxFixture.users;
import static org.assertj.core.api.Assertions.assertThat;

import dev.accounts.model.AccountMessage.Kind;
import dev.accounts.spi.Notice;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What one person is told at one address comes in the order in which it happened. */
abstract class OutboxOrderCases {

    private final StoreFixture fixture;
    private final OutboxFixture outbox;

    OutboxOrderCases(StoreFixture fixture) {
        this.fixture = fixture;
        this.outbox = new OutboxFixture(fixture);
    }

    @BeforeEach
    @AfterEach
    void clear_the_era() {
        outbox.clear();
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
}
