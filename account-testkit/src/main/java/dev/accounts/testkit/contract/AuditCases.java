package dev.accounts.testkit.contract;

import static dev.accounts.testkit.contract.GuardFixture.NEW_PASSWORD;
import static dev.accounts.testkit.contract.GuardFixture.PASSWORD;
import static dev.accounts.testkit.contract.GuardFixture.WRONG_PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.accounts.AccountServiceBuilder;
import dev.accounts.AuditPolicy;
import dev.accounts.model.AuditEntry;
import dev.accounts.model.IssuedToken;
import dev.accounts.model.User;
import dev.accounts.spi.AuditStore;
import dev.accounts.testkit.MovableClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** The audit table (OWASP ASVS 5.0, 16.3). */
abstract class AuditCases {

    private static final String SOURCE = "192.0.2.7";

    private final GuardFixture fixture;
    private final Supplier<AuditStore> audit;

    AuditCases(GuardFixture fixture, Supplier<AuditStore> audit) {
        this.fixture = fixture;
        this.audit = audit;
    }

    private AccountServiceBuilder builder(AuditPolicy policy) {
        return fixture.builder().audit(audit.get(), policy);
    }

    private Faces audited() {
        return Faces.of(builder(AuditPolicy.defaults())).from(SOURCE);
    }

    private List<AuditEntry> entries(long userId) {
        return audit.get().list(Optional.of(userId), 0, 1000);
    }

    private List<String> events(long userId) {
        return entries(userId).stream().map(AuditEntry::event).toList();
    }

    private void refuse(Faces faces) {
        new Guesses(faces.service()).wrong(fixture.unique("ana"), 1);
    }

    @Test
    void keeps_what_happened_in_its_order() {
        Faces faces = audited();
        User ana = fixture.registered("ana");

        String token = faces.service().login(ana.username(), PASSWORD).value();
        refuse(faces);
        faces.service().passwords().change(token, PASSWORD, NEW_PASSWORD);
        faces.service().logout(token);

        assertThat(events(ana.id())).containsExactly("logged_in", "login_refused", "password_changed", "logged_out");
        assertThat(entries(ana.id())).extracting(AuditEntry::id).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void keeps_when_to_whom_by_whom_from_where_and_a_detail() {
        Faces faces = audited();
        User ana = fixture.registered("ana");
        long root = fixture.root();
        IssuedToken token = faces.service().login(ana.username(), PASSWORD);
        fixture.clock().advance(Duration.ofNanos(1000));
        faces.administration().endSessions(root, ana.id());

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
                                token.token().id().toString()),
                        new AuditEntry(
                                kept.get(1).id(),
                                MovableClock.START.plusNanos(1000),
                                "sessions_ended",
                                Optional.of(ana.id()),
                                Optional.of(root),
                                Optional.of(SOURCE),
                                "1"));
    }

    @Test
    void keeps_nothing_of_what_was_rolled_back() {
        Faces faces = audited();
        User ana = fixture.registered("ana");

        assertThatExceptionOfType(HostFailure.class)
                .isThrownBy(() -> fixture.stores().atomically(() -> {
                    faces.service().login(ana.username(), PASSWORD);
                    throw new HostFailure();
                }));

        assertThat(entries(ana.id())).isEmpty();
    }

    @Test
    void keeps_refused_logins_though_the_host_rolls_back() {
        Faces faces = audited();
        User ana = fixture.registered("ana");

        assertThatExceptionOfType(HostFailure.class)
                .isThrownBy(() -> fixture.stores().atomically(() -> {
                    refuse(faces);
                    throw new HostFailure();
                }));

        assertThat(entries(ana.id())).extracting(AuditEntry::detail).containsExactly("wrong_password");
    }

    @Test
    void keeps_refused_logins_though_a_listener_throws() {
        User ana = fixture.registered("ana");
        Faces faces = Faces.of(builder(AuditPolicy.defaults()).listenInTransaction(event -> {
            throw new HostFailure();
        }));

        refuse(faces);

        assertThat(events(ana.id())).containsExactly("login_refused");
    }

    @Test
    void keeps_throttled_ones_as_well() {
        Faces faces = audited();
        User ana = fixture.registered("ana");
        new Guesses(fixture.service()).wrong(ana.username(), 5);

        new Guesses(faces.service()).refused(ana.username());

        assertThat(events(ana.id())).containsExactly("throttled");
    }

    @Test
    void loses_what_is_older_than_its_retention_and_nothing_else() {
        Duration retention = Duration.ofDays(10);
        Faces faces = Faces.of(builder(AuditPolicy.defaults().retention(retention)));
        User ana = fixture.registered("ana");
        refuse(faces);
        fixture.clock().advance(Duration.ofDays(1));
        faces.service().login(ana.username(), PASSWORD);

        fixture.clock().set(MovableClock.START.plus(retention));
        GuardFixture.purge(faces.maintenance());
        assertThat(events(ana.id())).containsExactly("login_refused", "logged_in");

        fixture.clock().advance(Duration.ofNanos(1000));
        GuardFixture.purge(faces.maintenance());
        assertThat(events(ana.id())).containsExactly("logged_in");
    }

    @Test
    void stays_as_it_is_where_a_host_keeps_none() {
        User ana = fixture.registered("ana");
        refuse(audited());
        fixture.clock().advance(Duration.ofDays(3650));

        GuardFixture.purge(fixture.maintenance());

        assertThat(events(ana.id())).containsExactly("login_refused");
    }

    @Test
    void keeps_of_a_deleted_account_its_id_alone() {
        Faces faces = audited();
        User ana = fixture.registered("ana");
        String token = faces.service().login(ana.username(), PASSWORD).value();

        faces.service().delete(token, PASSWORD);

        assertThat(events(ana.id())).containsExactly("logged_in", "deleted");
        assertThat(entries(ana.id()).toString()).doesNotContain(fixture.unique(""), "example.org", token);
    }

    @Test
    void forgets_a_deleted_account_where_the_host_wants_it() {
        Faces faces = Faces.of(builder(AuditPolicy.defaults().forgetDeleted()));
        User ana = fixture.registered("ana");
        User ben = fixture.registered("ben");
        refuse(faces);
        String token = faces.service().login(ana.username(), PASSWORD).value();
        faces.service().login(ben.username(), PASSWORD);

        faces.service().delete(token, PASSWORD);

        assertThat(entries(ana.id())).isEmpty();
        assertThat(events(ben.id())).containsExactly("logged_in");
    }

    @Test
    void forgets_nobody_whose_deletion_was_rolled_back() {
        Faces faces = Faces.of(builder(AuditPolicy.defaults().forgetDeleted()));
        User ana = fixture.registered("ana");
        String token = faces.service().login(ana.username(), PASSWORD).value();

        assertThatExceptionOfType(HostFailure.class)
                .isThrownBy(() -> fixture.stores().atomically(() -> {
                    faces.service().delete(token, PASSWORD);
                    throw new HostFailure();
                }));

        assertThat(events(ana.id())).containsExactly("logged_in");
    }

    @Test
    void never_holds_a_secret() {
        Faces faces = audited();
        User ana = fixture.registered("ana");
        new Guesses(faces.service()).judgedWrong(ana.username(), WRONG_PASSWORD);
        String token = faces.service().login(ana.username(), PASSWORD, "phone").value();
        List<AuditEntry> kept = new ArrayList<>(entries(ana.id()));

        assertThat(kept).hasSize(2);
        assertThat(kept.toString()).doesNotContain(token, PASSWORD, WRONG_PASSWORD, ana.username(), ana.email());
    }
}
