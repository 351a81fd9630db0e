package dev.accounts.testkit.contract.life;

import static dev.accounts.model.AccountMessage.Kind.EMAIL_CHANGED;
import static dev.accounts.model.AccountMessage.Kind.EMAIL_CHANGE_REQUESTED;
import static dev.accounts.model.AccountMessage.Kind.RESET_PASSWORD;
import static dev.accounts.model.AccountMessage.Kind.USERNAME_CHANGED;
import static dev.accounts.testkit.internal.AccountsFixture.NEW_PASSWORD;
import static dev.accounts.testkit.internal.AccountsFixture.PASSWORD;
import static dev.accounts.testkit.internal.Refusals.violations;
import static org.assertj.core.api.Assertions.assertThat;

import dev.accounts.model.AccountMessage;
import dev.accounts.model.OneTimeToken;
import dev.accounts.spi.AccountNotifier;
import dev.accounts.testkit.internal.AccountsFixture;
import dev.accounts.testkit.internal.Mail;
import dev.accounts.testkit.internal.Purge;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each message is delivered at least once, whatever becomes of a notifier. */
abstract class MessageRetryCases {

    private static final Duration MICROSECOND = Duration.ofNanos(1000);
    private static final Duration WEEK = Duration.ofDays(7);

    private final AccountsFixture fixture;

    MessageRetryCases(AccountsFixture fixture) {
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

    /** It goes to the log when it is dropped, not to the purge without a word. */
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

    /** Whoever knows the password could keep its owner from hearing of anything. */
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
