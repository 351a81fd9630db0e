package dev.accounts.testkit.contract.protection;

import static dev.accounts.testkit.internal.AccountsFixture.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.accounts.Accounts;
import dev.accounts.model.User;
import dev.accounts.policy.AuditPolicy;
import dev.accounts.testkit.MovableClock;
import dev.accounts.testkit.internal.AccountsFixture;
import dev.accounts.testkit.internal.Guesses;
import dev.accounts.testkit.internal.Purge;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How long the audit table keeps what, and what it keeps of those who left. */
abstract class AuditRetentionCases {

    private final AccountsFixture fixture;
    private final AuditTrailFixture audit;

    AuditRetentionCases(AuditTrailFixture audit) {
        this.fixture = audit.guard();
        this.audit = audit;
    }

    private void refuse(Accounts accounts) {
        new Guesses(accounts.service()).wrong(fixture.unique("ana"), 1);
    }

    @Test
    void loses_what_is_older_than_its_retention_and_nothing_else() {
        Duration retention = Duration.ofDays(10);
        Accounts accounts =
                audit.builder(AuditPolicy.defaults().retention(retention)).build();
        User ana = fixture.registered("ana");
        refuse(accounts);
        fixture.clock().advance(Duration.ofDays(1));
        accounts.service().login(ana.username(), PASSWORD);

        fixture.clock().set(MovableClock.START.plus(retention));
        Purge.all(accounts.maintenance()::purge);
        assertThat(audit.events(ana.id())).containsExactly("login_refused", "logged_in");

        fixture.clock().advance(Duration.ofNanos(1000));
        Purge.all(accounts.maintenance()::purge);
        assertThat(audit.events(ana.id())).containsExactly("logged_in");
    }

    @Test
    void stays_as_it_is_where_a_host_keeps_none() {
        User ana = fixture.registered("ana");
        refuse(audit.accounts());
        fixture.clock().advance(Duration.ofDays(3650));

        Purge.all(fixture.maintenance()::purge);

        assertThat(audit.events(ana.id())).containsExactly("login_refused");
    }

    @Test
    void keeps_of_a_deleted_account_its_id_its_sources_and_when_it_was() {
        Accounts accounts = audit.accounts();
        User ana = fixture.registered("ana");
        String token = accounts.service().login(ana.username(), PASSWORD).value();

        accounts.service().delete(token, PASSWORD);

        assertThat(audit.events(ana.id())).containsExactly("logged_in", "deleted");
        assertThat(audit.entries(ana.id()))
                .allMatch(entry -> entry.source().equals(Optional.of(AuditTrailFixture.SOURCE)))
                .allMatch(entry -> entry.at().equals(MovableClock.START));
        assertThat(audit.entries(ana.id()).toString()).doesNotContain(fixture.unique(""), "example.org", token);
    }

    @Test
    void forgets_a_deleted_account_where_the_host_wants_it() {
        Accounts accounts =
                audit.builder(AuditPolicy.defaults().forgetDeleted()).build();
        User ana = fixture.registered("ana");
        User ben = fixture.registered("ben");
        refuse(accounts);
        String token = accounts.service().login(ana.username(), PASSWORD).value();
        accounts.service().login(ben.username(), PASSWORD);

        accounts.service().delete(token, PASSWORD);

        assertThat(audit.entries(ana.id())).isEmpty();
        assertThat(audit.events(ben.id())).containsExactly("logged_in");
    }

    @Test
    void forgets_that_a_deleted_account_did_something_to_others_where_the_host_wants_it() {
        Accounts accounts =
                audit.builder(AuditPolicy.defaults().forgetDeleted()).build().from(AuditTrailFixture.SOURCE);
        User ana = fixture.registered("ana");
        long boss = fixture.superuser("boss");
        accounts.administration().endSessions(boss, ana.id());
        assertThat(audit.entries(ana.id()).toString())
                .contains("actorId=Optional[" + boss + "]", AuditTrailFixture.SOURCE);

        accounts.administration().delete(fixture.root(), boss);

        assertThat(audit.events(ana.id())).containsExactly("sessions_ended");
        assertThat(audit.entries(ana.id()))
                .allMatch(entry -> entry.actorId().isEmpty() && entry.source().isEmpty());
    }

    @Test
    void forgets_nobody_whose_deletion_was_rolled_back() {
        Accounts accounts =
                audit.builder(AuditPolicy.defaults().forgetDeleted()).build();
        User ana = fixture.registered("ana");
        String token = accounts.service().login(ana.username(), PASSWORD).value();

        assertThatExceptionOfType(HostFailure.class)
                .isThrownBy(() -> fixture.stores().atomically(() -> {
                    accounts.service().delete(token, PASSWORD);
                    throw new HostFailure();
                }));

        assertThat(audit.events(ana.id())).containsExactly("logged_in");
    }
}
