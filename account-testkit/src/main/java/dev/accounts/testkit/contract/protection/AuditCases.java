package dev.accounts.testkit.contract.protection;

import static dev.accounts.testkit.internal.AccountsFixture.NEW_PASSWORD;
import static dev.accounts.testkit.internal.AccountsFixture.PASSWORD;
import static dev.accounts.testkit.internal.AccountsFixture.WRONG_PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.accounts.Accounts;
import dev.accounts.AccountsBuilder;
import dev.accounts.model.AccountEvent;
import dev.accounts.model.AuditEntry;
import dev.accounts.model.IssuedToken;
import dev.accounts.model.Registration;
import dev.accounts.model.User;
import dev.accounts.policy.AuditPolicy;
import dev.accounts.service.AccountService;
import dev.accounts.spi.AuditStore;
import dev.accounts.testkit.MovableClock;
import dev.accounts.testkit.internal.AccountsFixture;
import dev.accounts.testkit.internal.Guesses;
import dev.accounts.testkit.internal.HostData;
import dev.accounts.testkit.internal.PlainData;
import dev.accounts.testkit.internal.Purge;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** The audit table: its entries, their retention and their export (OWASP ASVS 5.0, 16.3). */
abstract class AuditCases {

    private static final String SOURCE = "192.0.2.7";

    private final AccountsFixture fixture;
    private final Supplier<AuditStore> audit;

    AuditCases(AccountsFixture fixture, Supplier<AuditStore> audit) {
        this.fixture = fixture;
        this.audit = audit;
    }

    private AccountsBuilder builder(AuditPolicy policy) {
        return fixture.builder().audit(audit.get(), policy);
    }

    private Accounts accounts() {
        return builder(AuditPolicy.defaults()).build().from(SOURCE);
    }

    private List<AuditEntry> entries(long userId) {
        return audit.get().list(Optional.of(userId), 0, 1000);
    }

    private List<String> events(long userId) {
        return entries(userId).stream().map(AuditEntry::event).toList();
    }

    private void refuse(Accounts accounts) {
        new Guesses(accounts.service()).wrong(fixture.unique("ana"), 1);
    }

    @Test
    void keeps_what_happened_in_its_order() {
        Accounts accounts = accounts();
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
        Accounts accounts = accounts();
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
                                Optional.of(SOURCE),
                                token.token().id().toString(),
                                1),
                        new AuditEntry(
                                kept.get(1).id(),
                                MovableClock.START.plusNanos(1000),
                                "sessions_ended",
                                Optional.of(ana.id()),
                                Optional.of(root),
                                Optional.of(SOURCE),
                                "1",
                                1));
    }

    @Test
    void keeps_nothing_of_what_was_rolled_back() {
        Accounts accounts = accounts();
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
        Accounts accounts = accounts();
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
        Accounts accounts = builder(AuditPolicy.defaults())
                .listenInTransaction(event -> {
                    throw new HostFailure();
                })
                .build();

        refuse(accounts);

        assertThat(events(ana.id())).containsExactly("login_refused");
    }

    @Test
    void keeps_none_that_were_throttled_though_listeners_hear_of_them() {
        Accounts accounts = accounts();
        User ana = fixture.registered("ana");
        new Guesses(fixture.service()).wrong(ana.username(), 5);
        fixture.heard();

        new Guesses(accounts.service()).refused(ana.username());

        assertThat(fixture.heard()).extracting(AccountEvent::name).containsExactly("throttled");
        assertThat(events(ana.id())).isEmpty();
    }

    /** Otherwise a stranger could fill the table. */
    @Test
    void keeps_one_entry_a_source_and_hour_of_what_is_about_no_account() {
        fixture.clock().set(fixture.clock().instant().truncatedTo(ChronoUnit.HOURS));
        String source = fixture.unique("192.0.2.9");
        AccountService stranger = accounts().from(source).service();
        for (int hour = 0; hour < 2; hour++) {
            for (int i = 0; i < 20; i++) {
                new Guesses(stranger).wrong(fixture.unique("unknown" + hour + i), 1);
                stranger.passwords().requestReset(fixture.email("unknown" + hour + i));
                fixture.clock().advance(Duration.ofMinutes(3));
            }
        }

        assertThat(audit.get().list(Optional.empty(), 0, 100_000))
                .filteredOn(entry -> entry.source().equals(Optional.of(source)))
                .extracting(AuditEntry::event, AuditEntry::userId, AuditEntry::occurrences)
                .containsExactly(
                        tuple("login_refused", Optional.empty(), 20),
                        tuple("password_reset_requested", Optional.empty(), 20),
                        tuple("login_refused", Optional.empty(), 20),
                        tuple("password_reset_requested", Optional.empty(), 20));
    }

    @Test
    void never_holds_a_secret() {
        Accounts accounts = accounts();
        User ana = fixture.registered("ana");
        new Guesses(accounts.service()).judgedWrong(ana.username(), WRONG_PASSWORD);
        String token =
                accounts.service().login(ana.username(), PASSWORD, "phone").value();
        List<AuditEntry> kept = new ArrayList<>(entries(ana.id()));

        assertThat(kept).hasSize(2);
        assertThat(kept.toString()).doesNotContain(token, PASSWORD, WRONG_PASSWORD, ana.username(), ana.email());
    }

    @Test
    void loses_what_is_older_than_its_retention_and_nothing_else() {
        Duration retention = Duration.ofDays(10);
        Accounts accounts = builder(AuditPolicy.defaults().retention(retention)).build();
        User ana = fixture.registered("ana");
        refuse(accounts);
        fixture.clock().advance(Duration.ofDays(1));
        accounts.service().login(ana.username(), PASSWORD);

        fixture.clock().set(MovableClock.START.plus(retention));
        Purge.all(accounts.maintenance()::purge);
        assertThat(events(ana.id())).containsExactly("login_refused", "logged_in");

        fixture.clock().advance(Duration.ofNanos(1000));
        Purge.all(accounts.maintenance()::purge);
        assertThat(events(ana.id())).containsExactly("logged_in");
    }

    @Test
    void stays_as_it_is_where_a_host_keeps_none() {
        User ana = fixture.registered("ana");
        refuse(accounts());
        fixture.clock().advance(Duration.ofDays(3650));

        Purge.all(fixture.maintenance()::purge);

        assertThat(events(ana.id())).containsExactly("login_refused");
    }

    @Test
    void keeps_of_a_deleted_account_its_id_its_sources_and_when_it_was() {
        Accounts accounts = accounts();
        User ana = fixture.registered("ana");
        String token = accounts.service().login(ana.username(), PASSWORD).value();

        accounts.service().delete(token, PASSWORD);

        assertThat(events(ana.id())).containsExactly("logged_in", "deleted");
        assertThat(entries(ana.id()))
                .allMatch(entry -> entry.source().equals(Optional.of(SOURCE)))
                .allMatch(entry -> entry.at().equals(MovableClock.START));
        assertThat(entries(ana.id()).toString()).doesNotContain(fixture.unique(""), "example.org", token);
    }

    @Test
    void forgets_a_deleted_account_where_the_host_wants_it() {
        Accounts accounts = builder(AuditPolicy.defaults().forgetDeleted()).build();
        User ana = fixture.registered("ana");
        User ben = fixture.registered("ben");
        refuse(accounts);
        String token = accounts.service().login(ana.username(), PASSWORD).value();
        accounts.service().login(ben.username(), PASSWORD);

        accounts.service().delete(token, PASSWORD);

        assertThat(entries(ana.id())).isEmpty();
        assertThat(events(ben.id())).containsExactly("logged_in");
    }

    @Test
    void forgets_that_a_deleted_account_did_something_to_others_where_the_host_wants_it() {
        Accounts accounts =
                builder(AuditPolicy.defaults().forgetDeleted()).build().from(SOURCE);
        User ana = fixture.registered("ana");
        long boss = fixture.superuser("boss");
        accounts.administration().endSessions(boss, ana.id());
        assertThat(entries(ana.id()).toString()).contains("actorId=Optional[" + boss + "]", SOURCE);

        accounts.administration().delete(fixture.root(), boss);

        assertThat(events(ana.id())).containsExactly("sessions_ended");
        assertThat(entries(ana.id()))
                .allMatch(entry -> entry.actorId().isEmpty() && entry.source().isEmpty());
    }

    @Test
    void forgets_nobody_whose_deletion_was_rolled_back() {
        Accounts accounts = builder(AuditPolicy.defaults().forgetDeleted()).build();
        User ana = fixture.registered("ana");
        String token = accounts.service().login(ana.username(), PASSWORD).value();

        assertThatExceptionOfType(HostFailure.class)
                .isThrownBy(() -> fixture.stores().atomically(() -> {
                    accounts.service().delete(token, PASSWORD);
                    throw new HostFailure();
                }));

        assertThat(events(ana.id())).containsExactly("logged_in");
    }

    @Test
    void an_export_shows_it_between_the_account_and_the_data_of_the_host() {
        Accounts accounts = builder(AuditPolicy.defaults())
                .personalData(new HostData("orders", id -> {}))
                .build();
        accounts.service().register(Registration.of(fixture.unique("ana"), PASSWORD));
        IssuedToken token = accounts.service().login(fixture.unique("ana"), PASSWORD);

        Map<String, ?> data = accounts.service().export(token.value());

        assertThat(data.keySet()).containsExactly("account", "factors", "sessions", "events", "orders");
        assertThat(String.valueOf(data.get("events"))).contains("event=registered", "event=logged_in");
        PlainData.assertPlain(data);
    }

    @Test
    void an_export_tells_from_where_the_owner_acted_or_somebody_who_was_not_logged_in() {
        Accounts accounts = accounts();
        User ana = fixture.registered("ana");
        new Guesses(accounts.service()).wrong(ana.username(), 1);

        assertThat(export(accounts.service().login(ana.username(), PASSWORD)))
                .contains("event=login_refused, source=" + SOURCE)
                .contains("event=logged_in, source=" + SOURCE);
    }

    @Test
    void an_export_tells_nothing_of_where_staff_were() {
        User ana = fixture.registered("ana");
        accounts().from("198.51.100.9").administration().endSessions(fixture.root(), ana.id());

        assertThat(export(accounts().service().login(ana.username(), PASSWORD)))
                .contains("event=sessions_ended, source=null")
                .doesNotContain("198.51.100.9");
    }

    private String export(IssuedToken token) {
        return accounts().service().export(token.value()).toString();
    }

    @Test
    void an_export_holds_no_secret() {
        Accounts accounts = accounts();
        User ana = fixture.registered("ana");
        new Guesses(accounts.service()).judgedWrong(ana.username(), WRONG_PASSWORD);
        IssuedToken token = accounts.service().login(ana.username(), PASSWORD);

        assertThat(accounts.service().export(token.value()).toString())
                .contains("event=login_refused", "event=logged_in")
                .doesNotContain(token.value(), token.token().digest().hex(), PASSWORD, WRONG_PASSWORD);
    }
}
