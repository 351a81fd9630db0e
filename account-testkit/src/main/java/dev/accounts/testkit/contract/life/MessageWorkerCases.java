package dev.accounts.testkit.contract.life;

import static dev.accounts.model.AccountMessage.Kind.RESET_PASSWORD;
import static dev.accounts.testkit.internal.AccountsFixture.NEW_PASSWORD;
import static dev.accounts.testkit.internal.AccountsFixture.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.accounts.model.AccountMessage;
import dev.accounts.service.AccountMaintenance;
import dev.accounts.testkit.internal.AccountsFixture;
import dev.accounts.testkit.internal.Mail;
import dev.accounts.testkit.internal.Purge;
import dev.accounts.testkit.internal.Race;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Many nodes deliver, and each of them may die. */
abstract class MessageWorkerCases {

    private static final Duration MICROSECOND = Duration.ofNanos(1000);
    private static final Duration LEASE = Duration.ofMinutes(5);

    private final AccountsFixture fixture;

    MessageWorkerCases(AccountsFixture fixture) {
        this.fixture = fixture;
    }

    private void requestReset(String name) {
        fixture.registered(name);
        fixture.service().passwords().requestReset(fixture.email(name));
    }

    private void rename(String token, String name) {
        fixture.service().changeUsername(token, PASSWORD, fixture.unique(name));
    }

    @Test
    void one_whose_notifier_died_comes_after_5_minutes() {
        requestReset("ana");
        Error death = new OutOfMemoryError("the node dies");

        assertThatThrownBy(() -> fixture.mail().deliver(message -> {
                    throw death;
                }))
                .isSameAs(death);

        fixture.restart(UnaryOperator.identity());
        assertThat(fixture.mail().deliver()).isEmpty();
        fixture.clock().advance(LEASE.minus(MICROSECOND));
        // Tests of other classes may have left older messages in the same database.
        assertThat(fixture.maintenance().longestWait())
                .hasValueSatisfying(wait -> assertThat(wait).isGreaterThanOrEqualTo(LEASE.minus(MICROSECOND)));
        assertThat(fixture.mail().deliver()).isEmpty();
        fixture.clock().advance(MICROSECOND);
        fixture.mail().reset(fixture.mail().link(RESET_PASSWORD), NEW_PASSWORD);
    }

    @Test
    void one_that_was_asked_for_before_a_restart_is_delivered_after_it() {
        requestReset("ana");

        fixture.restart(UnaryOperator.identity());

        assertThat(Mail.lines(fixture.mail().deliver()))
                .containsExactly(fixture.mail().line(RESET_PASSWORD, "ana"));
    }

    @Test
    void a_slow_notifier_that_fails_late_does_not_bring_back_what_another_delivered() {
        requestReset("ana");
        List<AccountMessage> delivered = new ArrayList<>();

        fixture.mail().deliver(message -> {
            assertThat(fixture.mail().deliver()).isEmpty();
            fixture.clock().advance(LEASE);
            delivered.addAll(fixture.mail().deliver());
            throw new IOException("after 5 minutes");
        });

        assertThat(delivered).hasSize(1);
        fixture.clock().advance(Duration.ofDays(1));
        assertThat(fixture.mail().deliver()).isEmpty();
    }

    @Test
    void a_slow_notifier_that_succeeds_late_does_not_leave_a_dead_link_alone() {
        requestReset("ana");

        fixture.mail().deliver(slow -> {
            fixture.clock().advance(LEASE);
            fixture.mail().deliver(message -> {
                throw new IOException("the other node cannot reach the mail server");
            });
        });

        fixture.clock().advance(Duration.ofMinutes(2));
        fixture.mail().reset(fixture.mail().link(RESET_PASSWORD), NEW_PASSWORD);
    }

    @Test
    void an_interrupted_notifier_stops_the_delivery_and_loses_nothing() {
        requestReset("ana");

        fixture.mail().deliver(message -> {
            throw new InterruptedException("the node stops");
        });
        assertThat(Thread.interrupted()).isTrue();

        fixture.clock().advance(Duration.ofMinutes(1));
        assertThat(fixture.mail().deliver()).hasSize(1);
    }

    /** Any caller can request any number of them. */
    @Test
    void requests_for_addresses_that_nobody_has_delay_nobody() {
        fixture.mail().deliver();
        fixture.registered("ana");
        for (int i = 0; i < 20; i++) {
            fixture.service().passwords().requestReset(fixture.email("unknown" + i));
            fixture.service().emails().requestVerification(fixture.email("unknown" + i));
        }
        fixture.service().passwords().requestReset(fixture.email("ana"));
        List<AccountMessage> delivered = new ArrayList<>();

        fixture.maintenance().deliver(fixture.mail().own(delivered::add), 1);

        assertThat(Mail.lines(delivered)).containsExactly(fixture.mail().line(RESET_PASSWORD, "ana"));
    }

    @Test
    void those_asked_for_while_a_clock_was_ahead_are_delivered_when_it_is_right_again() {
        Instant right = fixture.clock().instant();
        fixture.clock().advance(Duration.ofDays(1));
        requestReset("ana");
        fixture.clock().set(right);
        fixture.service().passwords().requestReset(fixture.email("ana"));

        assertThat(Mail.lines(fixture.mail().deliver()))
                .containsExactly(
                        fixture.mail().line(RESET_PASSWORD, "ana"),
                        fixture.mail().line(RESET_PASSWORD, "ana"));
    }

    @Test
    void a_worker_tells_how_many_it_delivered() {
        Purge.outbox(fixture.stores().outbox());
        requestReset("ana");
        requestReset("ben");
        requestReset("unknown");
        fixture.service().passwords().requestReset(fixture.email("somebody"));
        AccountMaintenance maintenance = fixture.maintenance();

        assertThat(maintenance.deliver(fixture.mail().own(message -> {}), 2)).isEqualTo(2);
        assertThat(maintenance.deliver(
                        message -> {
                            throw new IOException("no mail server");
                        },
                        10))
                .isZero();

        fixture.clock().advance(Duration.ofMinutes(1));
        assertThat(maintenance.deliver(fixture.mail().own(message -> {}), 10)).isEqualTo(1);
    }

    @Test
    void many_workers_deliver_each_once_and_in_order() {
        int people = 16;
        for (int i = 0; i < people; i++) {
            String token = fixture.token("ana" + i);
            for (String name : List.of("b", "c", "d")) {
                rename(token, name + i);
            }
        }
        List<AccountMessage> delivered = new CopyOnWriteArrayList<>();

        Race.of(4, i -> {
            fixture.mail().deliver(delivered::add);
            return i;
        });
        fixture.mail().deliver(delivered::add);

        assertThat(delivered).extracting(AccountMessage::id).doesNotHaveDuplicates();
        assertThat(delivered).hasSize(3 * people);
        delivered.stream()
                .collect(Collectors.groupingBy(AccountMessage::userId))
                .values()
                .forEach(own -> assertThat(own).extracting(AccountMessage::id).isSorted());
        assertThat(IntStream.range(0, people).mapToObj(i -> fixture.email("ana" + i)))
                .allMatch(address -> delivered.stream()
                                .filter(message -> message.address().equals(address))
                                .count()
                        == 3);
    }
}
