package dev.accounts.testkit.contract.life;

import static dev.accounts.model.AccountMessage.Kind.EMAIL_CHANGED;
import static dev.accounts.model.AccountMessage.Kind.EMAIL_CHANGE_REQUESTED;
import static dev.accounts.model.AccountMessage.Kind.PASSWORD_CHANGED;
import static dev.accounts.model.AccountMessage.Kind.RESET_PASSWORD;
import static dev.accounts.model.AccountMessage.Kind.USERNAME_CHANGED;
import static dev.accounts.testkit.internal.AccountsFixture.NEW_PASSWORD;
import static dev.accounts.testkit.internal.AccountsFixture.PASSWORD;
import static dev.accounts.testkit.internal.Refusals.violations;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.accounts.model.AccountEvent;
import dev.accounts.model.AccountMessage;
import dev.accounts.model.OneTimeToken;
import dev.accounts.model.TokenDigest;
import dev.accounts.model.User;
import dev.accounts.spi.AccountNotifier;
import dev.accounts.spi.Notice;
import dev.accounts.testkit.internal.AccountsFixture;
import dev.accounts.testkit.internal.Mail;
import dev.accounts.testkit.internal.Purge;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Messages go out for committed changes only, each at least once, also when a notifier fails. */
abstract class MessageCases {

    private static final Duration MICROSECOND = Duration.ofNanos(1000);
    private static final Duration WEEK = Duration.ofDays(7);

    private final AccountsFixture fixture;

    MessageCases(AccountsFixture fixture) {
        this.fixture = fixture;
    }

    private void changePassword(String token) {
        fixture.service().passwords().change(token, PASSWORD, NEW_PASSWORD);
    }

    @Test
    void none_is_sent_of_a_change_that_a_listener_stopped() {
        IllegalStateException failure = new IllegalStateException("the host says no");
        String other = fixture.token("ana");
        String token = fixture.login("ana");
        fixture.restart(b -> b.listenInTransaction(event -> {
            if (event.kind() == AccountEvent.Kind.PASSWORD_CHANGED) {
                throw failure;
            }
        }));

        assertThatThrownBy(() -> changePassword(token)).isSameAs(failure);

        assertThat(fixture.mail().deliver()).isEmpty();
        assertThat(fixture.isLive(other)).isTrue();
        assertThat(fixture.canLogIn(fixture.unique("ana"), PASSWORD)).isTrue();
    }

    @Test
    void none_is_sent_of_a_change_that_the_host_rolled_back() {
        IllegalStateException failure = new IllegalStateException("the host changed its mind");
        String token = fixture.token("ana");

        assertThatThrownBy(() -> fixture.stores().atomically(() -> {
                    changePassword(token);
                    throw failure;
                }))
                .isSameAs(failure);

        assertThat(fixture.mail().deliver()).isEmpty();
        assertThat(fixture.canLogIn(fixture.unique("ana"), PASSWORD)).isTrue();
    }

    @Test
    void one_is_sent_of_a_change_that_the_host_committed() {
        String token = fixture.token("ana");

        fixture.stores().atomically(() -> {
            changePassword(token);
            return true;
        });

        assertThat(Mail.lines(fixture.mail().deliver()))
                .containsExactly(fixture.mail().line(PASSWORD_CHANGED, "ana"));
    }

    @Test
    void they_come_in_the_order_of_the_changes() {
        String token = fixture.token("ana");
        fixture.service().changeUsername(token, PASSWORD, fixture.unique("anna"));
        fixture.service().emails().change(token, PASSWORD, fixture.email("new"));
        changePassword(token);

        assertThat(Mail.lines(fixture.mail().deliver()))
                .containsExactly(
                        fixture.mail().line(USERNAME_CHANGED, "ana"),
                        fixture.mail().line(EMAIL_CHANGED, "ana"),
                        fixture.mail().line(PASSWORD_CHANGED, "new"));
    }

    @Test
    void a_token_lives_from_its_delivery_on() {
        fixture.registered("ana");
        fixture.service().passwords().requestReset(fixture.email("ana"));
        fixture.clock().advance(Duration.ofHours(2));

        OneTimeToken link = fixture.mail().link(RESET_PASSWORD);

        assertThat(link.expiresAt()).isEqualTo(fixture.clock().instant().plus(Duration.ofMinutes(30)));
        fixture.mail().reset(link, NEW_PASSWORD);
    }

    @Test
    void what_waits_or_is_stored_holds_no_token() {
        User ana = fixture.registered("ana");
        fixture.service().passwords().requestReset(fixture.email("ana"));
        List<AccountMessage> failed = new ArrayList<>();
        fixture.mail().deliver(message -> {
            failed.add(message);
            throw new IllegalStateException("no mail today");
        });
        String value = failed.get(0).token().orElseThrow().value();

        Instant due = fixture.clock().instant().plus(Duration.ofMinutes(1));
        List<Notice> waiting = fixture.stores().outbox().claim(due, due.plusSeconds(60), 1000).stream()
                .filter(notice -> notice.userId().filter(id -> id == ana.id()).isPresent())
                .toList();

        assertThat(waiting).hasSize(1);
        assertThat(waiting.get(0).address()).isEqualTo(fixture.email("ana"));
        assertThat(waiting.get(0).toString() + failed.get(0)).doesNotContain(value);
        assertThat(fixture.stores().oneTimeTokens().find(TokenDigest.of(value))).isEmpty();
    }

    @Test
    void a_reset_is_dropped_for_good_when_the_account_is_deactivated() {
        long root = fixture.root();
        User ana = fixture.registered("ana");
        fixture.service().passwords().requestReset(fixture.email("ana"));

        fixture.administration().setActive(root, ana.id(), false);
        assertThat(fixture.mail().deliver()).isEmpty();
        fixture.administration().setActive(root, ana.id(), true);
        fixture.clock().advance(Duration.ofDays(1));

        assertThat(fixture.mail().deliver()).isEmpty();
    }

    @Test
    void a_verification_is_dropped_when_the_address_is_verified() {
        fixture.registered("ana");
        OneTimeToken link = fixture.mail().verificationLink("ana");
        fixture.service().emails().requestVerification(fixture.email("ana"));

        fixture.mail().confirm(link);

        assertThat(fixture.mail().deliver()).isEmpty();
    }

    @Test
    void a_dropped_one_does_not_hold_up_those_behind_it() {
        String token = fixture.token("ana");
        fixture.service().passwords().requestReset(fixture.email("ana"));
        fixture.service().emails().change(token, PASSWORD, fixture.email("new"));
        changePassword(token);

        assertThat(Mail.lines(fixture.mail().deliver()))
                .containsExactly(
                        fixture.mail().line(EMAIL_CHANGED, "ana"),
                        fixture.mail().line(PASSWORD_CHANGED, "new"));
    }

    @Test
    void no_more_are_delivered_than_was_asked_for() {
        String token = fixture.token("ana");
        fixture.mail().deliver();
        fixture.service().changeUsername(token, PASSWORD, fixture.unique("anna"));
        fixture.service().changeUsername(token, PASSWORD, fixture.unique("anne"));
        List<AccountMessage> delivered = new ArrayList<>();

        fixture.maintenance().deliver(fixture.mail().own(delivered::add), 1);

        assertThat(delivered).hasSize(1);
        assertThat(fixture.mail().deliver()).hasSize(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> fixture.maintenance().deliver(delivered::add, 0));
    }

    @Test
    void those_that_could_not_be_delivered_within_a_week_are_purged() {
        changePassword(fixture.token("ana"));
        fixture.clock().advance(Duration.ofDays(7));
        Purge.all(fixture.maintenance()::purge);
        assertThat(fixture.mail().deliver()).hasSize(1);

        fixture.service().changeUsername(fixture.token("bob"), PASSWORD, fixture.unique("bobby"));
        fixture.clock().advance(Duration.ofDays(7).plusNanos(1000));
        Purge.all(fixture.maintenance()::purge);
        assertThat(fixture.mail().deliver()).isEmpty();
    }

    /** A notifier that records each message and fails to send it. */
    private static AccountNotifier failing(List<AccountMessage> heard) {
        return message -> {
            heard.add(message);
            throw new IOException("no mail today");
        };
    }

    private int attempts() {
        List<AccountMessage> heard = new ArrayList<>();
        fixture.mail().deliver(failing(heard));
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
    void a_failed_one_is_tried_again_after_1_minute_then_2_then_4_up_to_an_hour() {
        requestReset("ana");
        assertThat(attempts()).isEqualTo(1);

        for (int minutes : List.of(1, 2, 4, 8, 16, 32, 60, 60, 60, 60, 60, 60)) {
            fixture.clock().advance(Duration.ofMinutes(minutes).minus(MICROSECOND));
            assertThat(attempts()).isZero();
            fixture.clock().advance(MICROSECOND);
            assertThat(attempts()).isEqualTo(1);
        }
    }

    @Test
    void a_failed_one_is_tried_until_it_is_a_week_old_and_then_dropped() {
        requestReset("ana");
        attempts();
        fixture.clock().advance(WEEK.minus(Duration.ofMinutes(2)));
        assertThat(attempts()).isEqualTo(1);
        fixture.clock().advance(Duration.ofMinutes(2));
        Purge.all(fixture.maintenance()::purge);
        assertThat(attempts()).isEqualTo(1);

        fixture.clock().advance(Duration.ofHours(1));
        assertThat(fixture.mail().deliver()).isEmpty();
    }

    /** The delivery logs it as dropped; the purge must not remove it silently. */
    @Test
    void a_failed_one_is_dropped_when_it_would_be_too_old_at_its_next_attempt() {
        requestReset("ana");
        attempts();
        fixture.clock().advance(WEEK.minus(Duration.ofMinutes(2)).plus(MICROSECOND));
        assertThat(attempts()).isEqualTo(1);

        fixture.clock().advance(Duration.ofMinutes(2));
        assertThat(fixture.mail().deliver()).isEmpty();
    }

    @Test
    void one_that_succeeds_at_last_is_not_sent_again() {
        requestReset("ana");
        attempts();
        fixture.clock().advance(Duration.ofMinutes(1));

        assertThat(fixture.mail().deliver()).hasSize(1);

        fixture.clock().advance(Duration.ofDays(1));
        assertThat(fixture.mail().deliver()).isEmpty();
    }

    @Test
    void one_that_comes_again_has_the_same_number_and_a_new_token() {
        requestReset("ana");
        List<AccountMessage> first = new ArrayList<>();
        fixture.mail().deliver(failing(first));
        OneTimeToken lost = first.get(0).token().orElseThrow();
        fixture.clock().advance(Duration.ofMinutes(1));

        AccountMessage again = fixture.mail().deliver().get(0);
        OneTimeToken link = again.token().orElseThrow();

        assertThat(again.id()).isEqualTo(first.get(0).id());
        assertThat(link.value()).isNotEqualTo(lost.value());
        assertThat(violations(() -> fixture.mail().reset(lost, NEW_PASSWORD))).containsExactly("token: invalid");
        fixture.mail().reset(link, NEW_PASSWORD);
    }

    @Test
    void a_failed_one_holds_up_those_behind_it_for_the_same_address_only() {
        String token = fixture.token("ana");
        rename(token, "anna");
        fixture.service().emails().change(token, PASSWORD, fixture.email("new"));
        rename(fixture.token("bob"), "bobby");

        List<AccountMessage> heard = new ArrayList<>();
        fixture.mail().deliver(failing(heard));
        assertThat(Mail.lines(heard))
                .containsExactlyInAnyOrder(
                        fixture.mail().line(USERNAME_CHANGED, "ana"),
                        fixture.mail().line(USERNAME_CHANGED, "bob"));
        assertThat(fixture.mail().deliver()).isEmpty();
        fixture.clock().advance(Duration.ofMinutes(1));

        assertThat(Mail.lines(fixture.mail().deliver()))
                .containsSubsequence(
                        fixture.mail().line(USERNAME_CHANGED, "ana"),
                        fixture.mail().line(EMAIL_CHANGED, "ana"))
                .hasSize(3);
    }

    /** Otherwise an attacker who knows the password could keep all messages from the owner. */
    @Test
    void an_address_that_cannot_be_reached_holds_up_nothing_for_the_owner() {
        fixture.verified("ana");
        fixture.requireVerification();
        String token = fixture.login("ana");
        for (String wanted : List.of("far", "far", "farther", "far")) {
            fixture.service().emails().change(token, PASSWORD, fixture.email(wanted));
        }
        fixture.service().passwords().requestReset(fixture.email("ana"));
        List<AccountMessage> sent = new ArrayList<>();

        fixture.mail().deliver(message -> {
            if (!message.address().equals(fixture.email("ana"))) {
                throw new IOException("no such mailbox");
            }
            sent.add(message);
        });

        assertThat(Mail.lines(sent))
                .startsWith(fixture.mail().line(EMAIL_CHANGE_REQUESTED, "ana"))
                .endsWith(fixture.mail().line(RESET_PASSWORD, "ana"))
                .hasSize(5);
    }
}
