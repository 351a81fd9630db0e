package dev.accounts.testkit.contract.protection;

import static dev.accounts.testkit.internal.AccountsFixture.NEW_PASSWORD;
import static dev.accounts.testkit.internal.AccountsFixture.PASSWORD;
import static dev.accounts.testkit.internal.AccountsFixture.WRONG_PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.accounts.Accounts;
import dev.accounts.model.AccountEvent;
import dev.accounts.model.AuditEntry;
import dev.accounts.model.IssuedToken;
import dev.accounts.model.User;
import dev.accounts.policy.AuditPolicy;
import dev.accounts.testkit.MovableClock;
import dev.accounts.testkit.internal.AccountsFixture;
import dev.accounts.testkit.internal.Guesses;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The audit table (OWASP ASVS 5.0, 16.3). */
abstract class AuditCases {

    private final AccountsFixture fixture;
    private final AuditTrailFixture audit;

    AuditCases(AuditTrailFixture audit) {
        this.fixture = audit.guard();
        this.audit = audit;
    }

    private List<AuditEntry> entries(long userId) {
        return audit.entries(userId);
    }

    private List<String> events(long userId) {
        return audit.events(userId);
    }

    private void refuse(Accounts accounts) {
        new Guesses(accounts.service()).wrong(fixture.unique("ana"), 1);
    }

    @Test
    void keeps_what_happened_in_its_order() {
        Accounts accounts = audit.accounts();
        User ana = fixture.registered("ana");

        String token = accounts.service().login(ana.username(), PASSWORD).value();
        refuse(accounts);
        accounts.service().passwords().change(token, PASSWORD, NEW_PASSWORD);
        accounts.service().logout(token);

        assertThat(events(ana.id())).containsExactly("logged_in", "login_refused", "password_changed", "logged_out");
        assertThat(entries(ana.id())).extracting(AuditEntry::id).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void keeps_when_to_whom_by_whom_from_where_and_a_detail() {
        Accounts accounts = audit.accounts();
        User ana = fixture.registered("ana");
        long root = fixture.root();
        IssuedToken token = accounts.service().login(ana.username(), PASSWORD);
        fixture.clock().advance(Duration.ofNanos(1000));
        accounts.administration().endSessions(root, ana.id());

        List<AuditEntry> kept = entries(ana.id());

        assertThat(kept)
                .containsExactly(
                        new AuditEntry(
                                kept.get(0).id(),
                                MovableClock.START,
                                "logged_in",
                                Optional.of(ana.id()),
                                Optional.of(ana.id()),
                                Optional.of(AuditTrailFixture.SOURCE),
                                token.token().id().toString()),
                        new AuditEntry(
                                kept.get(1).id(),
                                MovableClock.START.plusNanos(1000),
                                "sessions_ended",
                                Optional.of(ana.id()),
                                Optional.of(root),
                                Optional.of(AuditTrailFixture.SOURCE),
                                "1"));
    }

    @Test
    void keeps_nothing_of_what_was_rolled_back() {
        Accounts accounts = audit.accounts();
        User ana = fixture.registered("ana");

        assertThatExceptionOfType(HostFailure.class)
                .isThrownBy(() -> fixture.stores().atomically(() -> {
                    accounts.service().login(ana.username(), PASSWORD);
                    throw new HostFailure();
                }));

        assertThat(entries(ana.id())).isEmpty();
    }

    @Test
    void keeps_refused_logins_though_the_host_rolls_back() {
        Accounts accounts = audit.accounts();
        User ana = fixture.registered("ana");

        assertThatExceptionOfType(HostFailure.class)
                .isThrownBy(() -> fixture.stores().atomically(() -> {
                    refuse(accounts);
                    throw new HostFailure();
                }));

        assertThat(entries(ana.id())).extracting(AuditEntry::detail).containsExactly("wrong_password");
    }

    @Test
    void keeps_refused_logins_though_a_listener_throws() {
        User ana = fixture.registered("ana");
        Accounts accounts = audit.builder(AuditPolicy.defaults())
                .listenInTransaction(event -> {
                    throw new HostFailure();
                })
                .build();

        refuse(accounts);

        assertThat(events(ana.id())).containsExactly("login_refused");
    }

    @Test
    void keeps_none_that_were_throttled_though_listeners_hear_of_them() {
        Accounts accounts = audit.accounts();
        User ana = fixture.registered("ana");
        new Guesses(fixture.service()).wrong(ana.username(), 5);
        fixture.heard();

        new Guesses(accounts.service()).refused(ana.username());

        assertThat(fixture.heard()).extracting(AccountEvent::name).containsExactly("throttled");
        assertThat(events(ana.id())).isEmpty();
    }

    @Test
    void never_holds_a_secret() {
        Accounts accounts = audit.accounts();
        User ana = fixture.registered("ana");
        new Guesses(accounts.service()).judgedWrong(ana.username(), WRONG_PASSWORD);
        String token =
                accounts.service().login(ana.username(), PASSWORD, "phone").value();
        List<AuditEntry> kept = new ArrayList<>(entries(ana.id()));

        assertThat(kept).hasSize(2);
        assertThat(kept.toString()).doesNotContain(token, PASSWORD, WRONG_PASSWORD, ana.username(), ana.email());
    }
}
