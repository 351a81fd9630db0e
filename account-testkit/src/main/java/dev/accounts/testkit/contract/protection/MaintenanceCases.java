package dev.accounts.testkit.contract.protection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.accounts.Accounts;
import dev.accounts.model.User;
import dev.accounts.policy.TokenPolicy;
import dev.accounts.service.AccountMaintenance;
import dev.accounts.testkit.MovableClock;
import dev.accounts.testkit.internal.AccountsFixture;
import dev.accounts.testkit.internal.Guesses;
import dev.accounts.testkit.internal.Purge;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The purge also removes rows of other tests. A case that counts the removed rows purges those first. */
abstract class MaintenanceCases {

    private final AccountsFixture fixture;

    MaintenanceCases(AccountsFixture fixture) {
        this.fixture = fixture;
    }

    private void purge() {
        Purge.all(fixture.maintenance()::purge);
    }

    private int tokens(long userId) {
        return fixture.stores().tokens().list(userId).size();
    }

    @Test
    void removes_tokens_that_expired_and_no_other() {
        User ana = fixture.registered("ana");
        fixture.login("ana");
        fixture.clock().advance(Duration.ofNanos(1000));
        String younger = fixture.login("ana");

        fixture.clock().set(MovableClock.START.plus(Duration.ofDays(30)));
        purge();

        assertThat(tokens(ana.id())).isEqualTo(1);
        assertThat(fixture.service().me(younger).id()).isEqualTo(ana.id());
    }

    @Test
    void removes_tokens_that_were_idle_for_too_long() {
        Accounts accounts = fixture.builder()
                .tokens(TokenPolicy.defaults().idleTimeout(Duration.ofHours(1)))
                .build();
        User ana = fixture.registered("ana");
        fixture.login("ana");
        String used = fixture.login("ana");
        fixture.clock().advance(Duration.ofMinutes(40));
        accounts.service().me(used);

        fixture.clock().advance(Duration.ofMinutes(20));
        Purge.all(accounts.maintenance()::purge);

        assertThat(tokens(ana.id())).isEqualTo(1);
        assertThat(accounts.service().me(used).id()).isEqualTo(ana.id());
    }

    @Test
    void leaves_idle_tokens_where_there_is_no_such_limit() {
        String token = fixture.token("ana");
        fixture.clock().advance(Duration.ofDays(29));

        purge();

        assertThat(fixture.service().me(token).username()).isEqualTo(fixture.unique("ana"));
    }

    @Test
    void removes_links_that_expired_and_no_other() {
        long ana = linkedUser("ana");
        fixture.clock().advance(Duration.ofMinutes(29));
        long ben = linkedUser("ben");
        fixture.clock().advance(Duration.ofMinutes(1));

        purge();

        assertThat(fixture.stores().oneTimeTokens().endAll(ana)).isZero();
        assertThat(fixture.stores().oneTimeTokens().endAll(ben)).isEqualTo(1);
    }

    private long linkedUser(String name) {
        User user = fixture.registered(name);
        fixture.service().passwords().requestReset(user.email());
        fixture.mail().link(user.id());
        return user.id();
    }

    /** With the clock set back, the attempts would count again if the purge had left them. */
    @Test
    void removes_attempts_from_more_than_a_day_ago() {
        fixture.registered("ana");
        Guesses guesses = new Guesses(fixture.service());
        guesses.wrong(fixture.unique("ana"), 5);

        fixture.clock().advance(Duration.ofDays(1).plusNanos(1000));
        purge();

        fixture.clock().set(MovableClock.START);
        assertThat(fixture.login("ana")).isNotEmpty();
    }

    @Test
    void leaves_attempts_of_the_last_day() {
        fixture.registered("ana");
        Guesses guesses = new Guesses(fixture.service());
        guesses.wrong(fixture.unique("ana"), 5);

        fixture.clock().advance(Duration.ofDays(1).minusNanos(1000));
        purge();

        fixture.clock().set(MovableClock.START);
        guesses.refused(fixture.unique("ana"));
    }

    /** A stranger can have any name counted, also one without an account. */
    @Test
    void removes_few_attempts_after_an_hour() {
        Guesses guesses = new Guesses(fixture.service());
        guesses.wrong(fixture.unique("unknown"), 2);

        fixture.clock().advance(Duration.ofHours(1).plusNanos(1000));
        purge();

        guesses.wrong(fixture.unique("unknown"), 5);
        guesses.refused(fixture.unique("unknown"));
    }

    @Test
    void leaves_few_attempts_of_the_last_hour_and_more_of_the_last_day() {
        Guesses guesses = new Guesses(fixture.service());
        guesses.wrong(fixture.unique("ben"), 3);
        fixture.clock().advance(Duration.ofMinutes(1));
        guesses.wrong(fixture.unique("ana"), 2);

        fixture.clock().advance(Duration.ofHours(1).minusNanos(1000));
        purge();

        guesses.wrong(fixture.unique("ana"), 3);
        guesses.refused(fixture.unique("ana"));
        guesses.wrong(fixture.unique("ben"), 2);
        guesses.refused(fixture.unique("ben"));
    }

    @Test
    void removes_messages_that_nobody_delivered_within_a_week() {
        User ana = fixture.registered("ana");
        fixture.service().passwords().requestReset(ana.email());

        fixture.clock().advance(Duration.ofDays(7).plusNanos(1000));
        purge();

        assertThat(fixture.mail().to(ana.id())).isEmpty();
    }

    @Test
    void leaves_messages_that_may_still_be_delivered() {
        User ana = fixture.registered("ana");
        fixture.service().passwords().requestReset(ana.email());

        fixture.clock().advance(Duration.ofDays(7));
        purge();

        assertThat(fixture.mail().to(ana.id())).hasSize(1);
    }

    @Test
    void removes_no_more_at_once_than_it_is_told() {
        User ana = fixture.registered("ana");
        for (int i = 0; i < 5; i++) {
            fixture.login("ana");
        }
        fixture.clock().advance(Duration.ofDays(30));
        AccountMaintenance maintenance = fixture.maintenance();

        for (int left = 4; left >= 0; left--) {
            maintenance.purge(1);
            assertThat(tokens(ana.id())).isGreaterThanOrEqualTo(left);
        }

        while (maintenance.purge(3) > 0) {
            assertThat(maintenance.purge(1)).isLessThanOrEqualTo(5);
        }
        assertThat(tokens(ana.id())).isZero();
    }

    /** A token, a link, a mail, a count of failed logins, and a count of mails for each of two addresses. */
    @Test
    void tells_how_many_it_removed() {
        Duration later = Duration.ofDays(400);
        fixture.clock().advance(later);
        purge();
        fixture.clock().set(MovableClock.START);
        fixture.token("ana");
        linkedUser("ben");
        new Guesses(fixture.service()).wrong(fixture.unique("ana"), 1);
        fixture.service().passwords().requestReset(fixture.email("unknown"));

        fixture.clock().advance(later);

        assertThat(fixture.maintenance().purge(100)).isEqualTo(6);
        assertThat(fixture.maintenance().purge(100)).isZero();
    }

    @Test
    void removes_nothing_of_what_is_of_use() {
        User ana = fixture.registered("ana");
        String token = fixture.login("ana");
        User before = fixture.user(ana.id());

        purge();

        assertThat(fixture.user(ana.id())).isEqualTo(before);
        assertThat(fixture.service().sessions().list(token)).hasSize(1);
    }

    @Test
    void wants_a_positive_limit() {
        AccountMaintenance maintenance = fixture.maintenance();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> maintenance.purge(0))
                .withMessageStartingWith("limit");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> maintenance.deliver(message -> {}, 0))
                .withMessageStartingWith("limit");
    }

    /** Otherwise a stranger could fill the table between two purges. */
    @Test
    void a_delivery_removes_what_was_queued_for_unknown_addresses() {
        Purge.outbox(fixture.stores().outbox());
        for (int i = 0; i < 3; i++) {
            fixture.service().passwords().requestReset(fixture.email("unknown" + i));
        }

        fixture.maintenance().deliver(message -> {}, 10);

        assertThat(fixture.stores().outbox().purge(Instant.EPOCH, 10)).isZero();
    }
}
