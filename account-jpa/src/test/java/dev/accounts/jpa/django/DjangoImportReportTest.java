package dev.accounts.jpa.django;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.accounts.jpa.database.OnEachDatabase;
import dev.accounts.jpa.database.TestDatabase;
import dev.accounts.jpa.django.DjangoDump.DumpedUser;
import dev.accounts.jpa.django.DjangoImportReport.Count;
import dev.accounts.jpa.django.DjangoImportReport.Finding;
import dev.accounts.jpa.django.DjangoImportReport.Kind;
import dev.accounts.service.AccountService;
import dev.accounts.spi.UserKey;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** What an import of the recorded database does and says, on empty tables and again. */
@OnEachDatabase
class DjangoImportReportTest {

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

    @Nested
    class OnEmptyTables {

        @Test
        void tells_what_was_left_out_or_changed() throws SQLException {
            DjangoImportReport report =
                    accounts.recorded().into(accounts.tables()).run();

            assertThat(report.users()).isEqualTo(new Count(33, 0, 1));
            assertThat(report.groups()).isEqualTo(new Count(3, 0, 0));
            assertThat(report.permissions()).isEqualTo(new Count(40, 0, 0));
            assertThat(report.towns()).isEqualTo(new Count(4, 0, 0));
            assertThat(report.tokens()).isEqualTo(new Count(8, 0, 1));
            assertThat(report.furtherFindings()).isZero();
            assertThat(report.findings())
                    .extracting(Finding::kind, Finding::id)
                    .containsExactlyInAnyOrder(
                            tuple(Kind.STAFF_RIGHTS, 2L),
                            tuple(Kind.TOKEN_UNUSABLE, 5L),
                            tuple(Kind.NAME_TAKEN, 10L),
                            tuple(Kind.EMAIL_SHARED, 12L),
                            tuple(Kind.PASSWORD_UNSUPPORTED, 16L),
                            tuple(Kind.PASSWORD_UNSUPPORTED, 18L),
                            tuple(Kind.NAME_CHANGED, 21L),
                            tuple(Kind.DAYS_COUNT, 27L),
                            tuple(Kind.PASSWORD_UNSUPPORTED, 28L),
                            tuple(Kind.PASSWORD_UNSUPPORTED, 29L),
                            tuple(Kind.PASSWORD_UNSUPPORTED, 30L),
                            tuple(Kind.PASSWORD_UNSUPPORTED, 31L));
        }

        @Test
        void says_who_has_the_name() throws SQLException {
            assertThat(accounts.recorded().into(accounts.tables()).dryRun().findings())
                    .contains(new Finding(Kind.NAME_TAKEN, 10, "left out: user 6 has the name kust3"));
        }

        @Test
        void a_dry_run_writes_nothing_and_tells_the_same() throws SQLException {
            DjangoImport recorded = accounts.recorded().into(accounts.tables());
            Map<String, List<List<String>>> before = accounts.everything();

            DjangoImportReport announced = recorded.dryRun();

            assertThat(accounts.everything()).isEqualTo(before);
            assertThat(before.get("account_user")).isEmpty();
            assertThat(announced).isEqualTo(recorded.run());
        }

        @Test
        void no_hash_no_token_and_no_address_is_told() throws SQLException {
            String told = accounts.recorded().into(accounts.tables()).run().toString();

            for (DumpedUser user : DjangoDump.users()) {
                assertThat(told)
                        .doesNotContain(user.encoded().isEmpty() ? "***" : user.encoded())
                        .doesNotContain(user.token() == null ? "***" : user.token())
                        .doesNotContain(user.email().isEmpty() ? "***" : user.email());
            }
        }

        @Test
        void the_host_says_whether_addresses_are_verified_and_how_long_tokens_live() throws SQLException {
            accounts.recorded()
                    .emailsVerified(true)
                    .tokenLifetime(Duration.ofDays(7))
                    .into(accounts.tables())
                    .run();

            assertThat(accounts.stores()
                            .users()
                            .read(UserKey.id(3))
                            .orElseThrow()
                            .email()
                            .verified())
                    .isTrue();
            assertThat(accounts.stores()
                            .users()
                            .read(UserKey.id(20))
                            .orElseThrow()
                            .email()
                            .verified())
                    .as("who has no address")
                    .isFalse();
            assertThat(service.sessions().list(ADMIN).get(0).expiresAt().orElseThrow())
                    .isBetween(
                            Instant.now().plus(Duration.ofDays(6)),
                            Instant.now().plus(Duration.ofDays(7)));
        }

        @Test
        void towns_stay_where_they_are_if_nobody_asks_for_them() throws SQLException {
            DjangoImportReport report = DjangoImport.from(DjangoDump.database())
                    .userTable("public.weather_user")
                    .into(accounts.tables())
                    .run();

            assertThat(report.towns()).isEqualTo(new Count(0, 0, 0));
            assertThat(report.users().imported()).isEqualTo(33);
            assertThat(service.getUser(ADMIN, 1000).towns()).isEmpty();
        }
    }

    @Nested
    class Again {

        @Test
        void changes_nothing() throws SQLException {
            DjangoImport recorded = accounts.recorded().into(accounts.tables());
            recorded.run();
            DumpedUser user = DjangoDump.userWithCheapHash();
            service.login(user.username(), user.password());
            service.logout(ADMIN);
            Map<String, List<List<String>>> before = accounts.everything();

            DjangoImportReport again = recorded.run();

            assertThat(accounts.everything()).isEqualTo(before);
            assertThat(again.users()).isEqualTo(new Count(0, 33, 1));
            assertThat(again.groups()).isEqualTo(new Count(0, 3, 0));
            assertThat(again.permissions()).isEqualTo(new Count(0, 40, 0));
            assertThat(again.towns()).isEqualTo(new Count(0, 4, 0));
            assertThat(again.tokens()).isEqualTo(new Count(0, 7, 2));
            assertThat(again.findings())
                    .extracting(Finding::kind, Finding::id)
                    .containsExactly(
                            tuple(Kind.TOKEN_ENDED_HERE, 1L),
                            tuple(Kind.TOKEN_UNUSABLE, 5L),
                            tuple(Kind.NAME_TAKEN, 10L));
            assertThat(recorded.dryRun()).isEqualTo(again);
        }

        @Test
        void adds_whoever_is_missing() throws SQLException {
            accounts.recorded().into(accounts.tables()).run();

            DjangoImportReport again = accounts.recorded()
                    .rename(10, "other")
                    .into(accounts.tables())
                    .run();

            assertThat(again.users()).isEqualTo(new Count(1, 33, 0));
            assertThat(service.getUser(ADMIN, 10).username()).isEqualTo("other");
        }
    }
}
