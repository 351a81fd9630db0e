package dev.accounts.testkit.contract;

import static dev.accounts.model.AccountMessage.Kind.EMAIL_CHANGED;
import static dev.accounts.model.AccountMessage.Kind.RESET_PASSWORD;
import static dev.accounts.model.AccountMessage.Kind.USERNAME_CHANGED;
import static dev.accounts.testkit.contract.LifeFixture.NEW_PASSWORD;
import static dev.accounts.testkit.contract.LifeFixture.PASSWORD;
import static dev.accounts.testkit.contract.ServiceFixture.violations;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.accounts.AccountNotifier;
import dev.accounts.model.AccountMessage;
import dev.accounts.model.OneTimeToken;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Each message is delivered at least once, whatever becomes of a notifier. */
abstract class MessageRetryCases {

    private static final Duration MICROSECOND = Duration.ofNanos(1000);
    private static final Duration LEASE = Duration.ofMinutes(5);

    private final LifeFixture fixture;

    MessageRetryCases(LifeFixture fixture) {
        this.fixture = fixture;
    }

    /** Hears of every message and sends none. */
    private static AccountNotifier failing(List<AccountMessage> heard) {
        return message -> {
            heard.add(message);
            throw new IOException("no mail today");
        };
    }

    private int attempts() {
        List<AccountMessage> heard = new ArrayList<>();
        fixture.deliver(failing(heard));
        return heard.size();
    }

    private void requestReset(String name) {
        fixture.registered(name);
        fixture.service().passwords().requestReset(fixture.email(name));
    }

    private void rename(String token, String name) {
        fixture.service().changeUsername(token, PASSWORD, fixture.unique(name));
    }

    @Test
    void a_failed_one_is_tried_again_after_1_minute_then_2_then_4_and_dropped_after_9_attempts() {
        requestReset("ana");
        assertThat(attempts()).isEqualTo(1);

        for (int minutes = 1; minutes <= 128; minutes *= 2) {
            fixture.clock().advance(Duration.ofMinutes(minutes).minus(MICROSECOND));
            assertThat(attempts()).isZero();
            fixture.clock().advance(MICROSECOND);
            assertThat(attempts()).isEqualTo(1);
        }

        fixture.clock().advance(Duration.ofDays(1));
        assertThat(fixture.deliver()).isEmpty();
    }

    @Test
    void one_that_succeeds_at_last_is_not_sent_again() {
        requestReset("ana");
        attempts();
        fixture.clock().advance(Duration.ofMinutes(1));

        assertThat(fixture.deliver()).hasSize(1);

        fixture.clock().advance(Duration.ofDays(1));
        assertThat(fixture.deliver()).isEmpty();
    }

    @Test
    void one_that_comes_again_has_the_same_number_and_a_new_token() {
        requestReset("ana");
        List<AccountMessage> first = new ArrayList<>();
        fixture.deliver(failing(first));
        OneTimeToken lost = first.get(0).token().orElseThrow();
        fixture.clock().advance(Duration.ofMinutes(1));

        AccountMessage again = fixture.deliver().get(0);
        OneTimeToken link = again.token().orElseThrow();

        assertThat(again.id()).isEqualTo(first.get(0).id());
        assertThat(link.value()).isNotEqualTo(lost.value());
        assertThat(violations(() -> fixture.reset(lost, NEW_PASSWORD))).containsExactly("token: invalid");
        fixture.reset(link, NEW_PASSWORD);
    }

    @Test
    void a_failed_one_holds_up_those_behind_it_for_the_same_person_only() {
        String token = fixture.token("ana");
        rename(token, "anna");
        fixture.service().emails().change(token, PASSWORD, fixture.email("new"));
        rename(fixture.token("bob"), "bobby");

        List<AccountMessage> heard = new ArrayList<>();
        fixture.deliver(failing(heard));
        assertThat(LifeFixture.lines(heard))
                .containsExactlyInAnyOrder(
                        fixture.line(USERNAME_CHANGED, "ana"), fixture.line(USERNAME_CHANGED, "bob"));
        assertThat(fixture.deliver()).isEmpty();
        fixture.clock().advance(Duration.ofMinutes(1));

        assertThat(LifeFixture.lines(fixture.deliver()))
                .containsSubsequence(fixture.line(USERNAME_CHANGED, "ana"), fixture.line(EMAIL_CHANGED, "ana"))
                .hasSize(3);
    }

    @Test
    void one_whose_notifier_died_comes_after_5_minutes() {
        requestReset("ana");
        Error death = new OutOfMemoryError("the node dies");

        assertThatThrownBy(() -> fixture.deliver(message -> {
                    throw death;
                }))
                .isSameAs(death);

        fixture.restart(UnaryOperator.identity());
        assertThat(fixture.deliver()).isEmpty();
        fixture.clock().advance(LEASE.minus(MICROSECOND));
        assertThat(fixture.deliver()).isEmpty();
        fixture.clock().advance(MICROSECOND);
        fixture.reset(fixture.link(RESET_PASSWORD), NEW_PASSWORD);
    }

    @Test
    void one_that_was_asked_for_before_a_restart_is_delivered_after_it() {
        requestReset("ana");

        fixture.restart(UnaryOperator.identity());

        assertThat(LifeFixture.lines(fixture.deliver())).containsExactly(fixture.line(RESET_PASSWORD, "ana"));
    }

    @Test
    void a_slow_notifier_that_fails_late_does_not_bring_back_what_another_delivered() {
        requestReset("ana");
        List<AccountMessage> delivered = new ArrayList<>();

        fixture.deliver(message -> {
            assertThat(fixture.deliver()).isEmpty();
            fixture.clock().advance(LEASE);
            delivered.addAll(fixture.deliver());
            throw new IOException("after 5 minutes");
        });

        assertThat(delivered).hasSize(1);
        fixture.clock().advance(Duration.ofDays(1));
        assertThat(fixture.deliver()).isEmpty();
    }

    @Test
    void an_interrupted_notifier_stops_the_delivery_and_loses_nothing() {
        requestReset("ana");

        fixture.deliver(message -> {
            throw new InterruptedException("the node stops");
        });
        assertThat(Thread.interrupted()).isTrue();

        fixture.clock().advance(Duration.ofMinutes(1));
        assertThat(fixture.deliver()).hasSize(1);
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
            fixture.deliver(delivered::add);
            return i;
        });
        fixture.deliver(delivered::add);

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
