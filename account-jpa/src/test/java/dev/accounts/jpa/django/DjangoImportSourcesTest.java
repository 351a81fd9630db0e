package dev.accounts.jpa.django;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.zaxxer.hikari.HikariDataSource;
import dev.accounts.jpa.database.OnEachDatabase;
import dev.accounts.jpa.database.TestDatabase;
import dev.accounts.jpa.django.DjangoImportReport.Count;
import dev.accounts.jpa.django.DjangoImportReport.Finding;
import dev.accounts.jpa.django.DjangoImportReport.Kind;
import dev.accounts.model.Permission;
import dev.accounts.model.User;
import java.sql.SQLException;
import java.time.Instant;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.Parameter;

/** Django's tables in each database, with a user model of another name, no towns, and what only some databases hold. */
@OnEachDatabase
@ResourceLock(Resources.TIME_ZONE)
class DjangoImportSourcesTest {

    private static final String TOKEN = "0123456789".repeat(4);
    private static final String JOINED = "2022-11-06 05:30:00.123456";

    @Parameter
    TestDatabase database;

    private final TimeZone original = TimeZone.getDefault();
    private HikariDataSource django;
    private ImportedAccounts accounts;
    private DjangoImport imported;

    @BeforeEach
    void create_tables() {
        TimeZone.setDefault(TimeZone.getTimeZone("America/New_York"));
        accounts = ImportedAccounts.in(database);
        django = database.anotherDatabase();
        DjangoTestTables.of(database).create(django);
        insert("django_content_type", "(1, 'app', 'paper'), (2, 'app', 'book')");
        insert("auth_permission", "(1, 'Publish', 1, 'publish'), (2, 'Publish', 2, 'publish')");
        insert("auth_group", "(1, 'editors'), (-1, 'nobodies')");
        insert("auth_group_permissions", "(1, 1, 1), (2, 1, 2)");
        insertUser(1, "ann", "Ann", " ");
        insertUser(2, "two words", "", "");
        insertUser(3, "bea", "b".repeat(200), "no address");
        insertUser(4, "Ann", "", "");
        insertUser(0, "zero", "", "");
        insert("app_person_groups", "(1, 1, 1), (2, 1, -1)");
        insert("app_person_user_permissions", "(1, 1, 1), (2, 1, 2), (3, 1, 99)");
        insertToken(TOKEN, 1);
        insertToken("AB".repeat(20), 3);
        imported = DjangoImport.from(django)
                .userTable("app_person")
                .rename(4, "ann4")
                .into(accounts.tables());
    }

    @AfterEach
    void close() {
        TimeZone.setDefault(original);
        django.close();
    }

    @Test
    void are_judged_alike() throws SQLException {
        DjangoImportReport announced = imported.dryRun();
        DjangoImportReport report = imported.run();

        assertThat(announced).isEqualTo(report);
        assertThat(report.users()).isEqualTo(new Count(3, 0, 2));
        assertThat(report.tokens()).isEqualTo(new Count(1, 0, 1));
        assertThat(report.findings())
                .extracting(Finding::kind, Finding::id)
                .containsExactly(
                        tuple(Kind.GROUP_LEFT_OUT, -1L),
                        tuple(Kind.ID_INVALID, 0L),
                        tuple(Kind.NAME_INVALID, 2L),
                        tuple(Kind.EMAIL_INVALID, 3L),
                        tuple(Kind.PERSON_NAME_CUT, 3L),
                        tuple(Kind.TOKEN_UNUSABLE, 3L));
    }

    @Test
    void are_read_alike() throws SQLException {
        imported.run();

        User ann = accounts.service().getUser(TOKEN, 1);
        assertThat(ann.username()).isEqualTo("ann");
        assertThat(ann.active()).isTrue();
        assertThat(ann.staff()).isFalse();
        assertThat(ann.email()).isEmpty();
        assertThat(ann.daysCount()).isEqualTo(3);
        assertThat(ann.dateJoined()).isEqualTo(Instant.parse("2022-11-06T05:30:00.123456Z"));
        assertThat(ann.lastLogin()).isEmpty();
        assertThat(ann.permissions()).containsExactly(new Permission(1, "app.publish"));
        assertThat(ann.groups()).hasSize(1);
        assertThat(accounts.service().sessions().list(TOKEN).get(0).createdAt()).isEqualTo(ann.dateJoined());
        assertThat(accounts.service().getUser(TOKEN, 3).firstName()).hasSize(150);
    }

    private void insertUser(long id, String username, String firstName, String email) {
        insert(
                "app_person",
                "(" + id + ", '!', null, false, '" + username + "', '" + firstName + "', '', '" + email
                        + "', false, true, '" + JOINED + zone() + "')");
    }

    private void insertToken(String value, long userId) {
        insert("authtoken_token", "('" + value + "', '" + JOINED + zone() + "', " + userId + ")");
    }

    /** What only PostgreSQL keeps. */
    private String zone() {
        return database.product().equals("PostgreSQL") ? "+00" : "";
    }

    private void insert(String table, String rows) {
        TestDatabase.execute(django, "insert into " + table + " values " + rows);
    }
}
