package dev.accounts.jpa.django;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import dev.accounts.jpa.database.OnEachDatabase;
import dev.accounts.jpa.database.TestDatabase;
import dev.accounts.jpa.django.DjangoImportReport.Finding;
import dev.accounts.jpa.django.DjangoImportReport.Kind;
import dev.accounts.model.User;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.Parameter;

/** Times without a zone, and times that are missing or hard to believe. */
@OnEachDatabase
@ResourceLock(Resources.TIME_ZONE)
class DjangoImportTimesTest {

    private static final String TOKEN = "0123456789".repeat(4);
    private static final ZoneId MOSCOW = ZoneId.of("Europe/Moscow");

    @Parameter
    TestDatabase database;

    private final TimeZone original = TimeZone.getDefault();
    private ImportedAccounts accounts;
    private DjangoSite site;

    @BeforeEach
    void create() {
        TimeZone.setDefault(TimeZone.getTimeZone("America/New_York"));
        accounts = ImportedAccounts.in(database);
        site = DjangoSite.on(database);
        site.user(1, "ann");
        site.token(TOKEN, 1);
    }

    @AfterEach
    void close() {
        TimeZone.setDefault(original);
        site.close();
    }

    @Test
    void without_a_zone_are_in_that_of_the_host() throws SQLException {
        if (database.product().equals("PostgreSQL")) {
            site.execute(
                    "alter table app_person alter column date_joined type timestamp using date_joined at time zone 'UTC'");
        }

        site.importer().timeZone(MOSCOW).into(accounts.tables()).run();

        assertThat(ann().dateJoined()).isEqualTo(Instant.parse("2022-11-06T02:30:00.123456Z"));
    }

    @Test
    void with_a_zone_stay_what_they_are() throws SQLException {
        site.importer().timeZone(MOSCOW).into(accounts.tables()).run();

        Instant created = accounts.service().sessions().list(TOKEN).get(0).createdAt();
        String utc = database.product().equals("PostgreSQL") ? "05:30" : "02:30";
        assertThat(created).isEqualTo(Instant.parse("2022-11-06T" + utc + ":00.123456Z"));
        assertThatNullPointerException().isThrownBy(() -> site.importer().timeZone(null));
    }

    @Test
    void of_the_year_1_are_exact_and_found() throws SQLException {
        site.change(1, "date_joined = " + site.time("0001-01-01 00:00:00"));

        assertThat(findings())
                .containsExactly(new Finding(
                        Kind.TIME_IMPLAUSIBLE, 1, "date_joined is 0001-01-01T00:00:00Z, and is stored as it is"));
        assertThat(ann().dateJoined()).isEqualTo(Instant.parse("0001-01-01T00:00:00Z"));
    }

    @Test
    void in_the_future_are_found() throws SQLException {
        site.change(1, "last_login = " + site.time("2999-12-31 23:59:59"));

        assertThat(findings()).extracting(Finding::kind).containsExactly(Kind.TIME_IMPLAUSIBLE);
        assertThat(ann().lastLogin()).contains(Instant.parse("2999-12-31T23:59:59Z"));
    }

    @Test
    void that_are_missing_are_found_and_the_last_login_takes_their_place() throws SQLException {
        allowNull();
        site.change(1, "date_joined = null, last_login = " + site.time("2023-05-06 07:08:09"));

        assertThat(findings())
                .containsExactly(
                        new Finding(Kind.TIME_UNKNOWN, 1, "date_joined is null: 2023-05-06T07:08:09Z is stored"));
        assertThat(ann().dateJoined()).isEqualTo(Instant.parse("2023-05-06T07:08:09Z"));
    }

    @Test
    void that_are_missing_without_a_login_become_1970_and_never_now() throws SQLException {
        allowNull();
        site.change(1, "date_joined = null");

        assertThat(findings()).extracting(Finding::kind).containsExactly(Kind.TIME_UNKNOWN);
        assertThat(ann().dateJoined()).isEqualTo(Instant.EPOCH);
    }

    @Test
    void that_cannot_be_read_are_found() throws SQLException {
        if (!database.product().equals("MariaDB")) {
            String none = database.product().equals("H2") ? "'soon'" : "'infinity'";
            site.change(1, "date_joined = " + none + ", last_login = " + none);

            assertThat(findings())
                    .extracting(Finding::text)
                    .containsExactly(
                            "date_joined is no time: 1970-01-01T00:00:00Z is stored",
                            "last_login is no time: none is stored");
            assertThat(ann().lastLogin()).isEmpty();
        }
    }

    private void allowNull() {
        site.execute(
                database.product().equals("MariaDB")
                        ? "alter table app_person modify date_joined datetime(6) null"
                        : "alter table app_person alter column date_joined drop not null");
    }

    private List<Finding> findings() throws SQLException {
        return site.importer().into(accounts.tables()).run().findings();
    }

    private User ann() {
        return accounts.service().getUser(TOKEN, 1);
    }
}
