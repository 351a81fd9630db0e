package dev.accounts.jpa.django;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.accounts.jpa.database.OnEachDatabase;
import dev.accounts.jpa.database.TestDatabase;
import dev.accounts.jpa.django.DjangoImportReport.Count;
import dev.accounts.jpa.django.DjangoImportReport.Finding;
import dev.accounts.jpa.django.DjangoImportReport.Kind;
import dev.accounts.model.Group;
import dev.accounts.model.Permission;
import dev.accounts.model.Registration;
import dev.accounts.model.User;
import dev.accounts.service.AccountService;
import dev.accounts.spi.UserKey;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** An import of the recorded database where something is in the way. */
@OnEachDatabase
class DjangoImportConflictsTest {

    private static final String ADMIN = "ad".repeat(20);

    @Parameter
    TestDatabase database;

    private ImportedAccounts accounts;
    private AccountService service;

    @BeforeEach
    void empty() {
        accounts = ImportedAccounts.in(database);
        service = accounts.service();
    }

    @Test
    void accounts_that_were_there_stay_as_they_are() throws SQLException {
        long other = service.register(Registration.of("ALICE", "xK9#mQ2z").email("BOB@example.com"))
                .id();
        TestDatabase.execute(accounts.tables(), "update account_user set id = 9 where id = " + other);

        DjangoImportReport report = accounts.recorded().into(accounts.tables()).run();

        assertThat(report.findings())
                .contains(
                        new Finding(Kind.NAME_TAKEN, 3, "left out: user 9 has the name alice"),
                        new Finding(Kind.EMAIL_SHARED, 4, "imported without an address: user 9 has the same"),
                        new Finding(Kind.ID_TAKEN, 9, "left out: another account has this id"));
        assertThat(report.users()).isEqualTo(new Count(31, 0, 3));
        User there = service.getUser(ADMIN, 9);
        assertThat(there.username()).isEqualTo("ALICE");
        assertThat(there.towns()).isEmpty();
        assertThat(there.groups()).isEmpty();
    }

    @Test
    void another_name_resolves_a_conflict() throws SQLException {
        DjangoImportReport report = accounts.recorded()
                .rename(10, "Kust3.b")
                .into(accounts.tables())
                .run();

        assertThat(report.users()).isEqualTo(new Count(34, 0, 0));
        assertThat(report.findings())
                .extracting(Finding::kind)
                .doesNotContain(Kind.NAME_TAKEN)
                .contains(Kind.EMAIL_SHARED);
        assertThat(service.getUser(ADMIN, 10).username()).isEqualTo("Kust3.b");
        assertThat(accounts.stores()
                        .users()
                        .read(UserKey.username("kust3.b"))
                        .orElseThrow()
                        .id())
                .isEqualTo(10);
        assertThat(service.me(DjangoDump.user(6).token()).username()).isEqualTo("kust3");
    }

    @Test
    void roles_of_one_name_are_one_and_an_id_of_another_gives_nobody_its_rights() throws SQLException {
        TestDatabase.execute(accounts.tables(), "insert into account_group (id, name) values (2, 'bosses')");
        TestDatabase.execute(accounts.tables(), "insert into account_group (id, name) values (77, 'editors')");
        TestDatabase.execute(
                accounts.tables(), "insert into account_permission (id, code) values (40, 'weather.delete_town')");

        DjangoImportReport report = accounts.recorded().into(accounts.tables()).run();

        assertThat(report.findings())
                .extracting(Finding::kind, Finding::id)
                .contains(
                        tuple(Kind.GROUP_MERGED, 1L),
                        tuple(Kind.GROUP_LEFT_OUT, 2L),
                        tuple(Kind.PERMISSION_LEFT_OUT, 40L));
        assertThat(report.groups()).isEqualTo(new Count(1, 1, 1));
        assertThat(report.permissions()).isEqualTo(new Count(38, 1, 1));
        User staff = service.getUser(ADMIN, 2);
        assertThat(staff.groups()).containsExactly(new Group(77, "editors"));
        assertThat(staff.permissions()).containsExactly(new Permission(40, "weather.delete_town"));
        assertThat(accounts.stores().roles().effective(2)).containsExactly("weather.delete_town");
    }

    @Test
    void nobody_follows_another_town_in_place_of_one() throws SQLException {
        TestDatabase.execute(
                accounts.tables(),
                "insert into account_town (id, name, country, longitude, latitude) values (3, 'Oslo', 'Norway', 1, 2)");

        DjangoImportReport report = accounts.recorded().into(accounts.tables()).run();

        assertThat(report.findings()).contains(new Finding(Kind.TOWN_LEFT_OUT, 3, "another town has its id here"));
        assertThat(report.towns()).isEqualTo(new Count(3, 0, 1));
        assertThat(service.getUser(ADMIN, 3).towns()).containsExactly(1L);
    }
}
