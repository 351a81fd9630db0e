package dev.accounts.jpa.django;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.tuple;

import dev.accounts.Accounts;
import dev.accounts.jpa.database.OnEachDatabase;
import dev.accounts.jpa.database.ProbedDataSource;
import dev.accounts.jpa.database.TestDatabase;
import dev.accounts.jpa.django.DjangoImportReport.Count;
import dev.accounts.jpa.django.DjangoImportReport.Finding;
import dev.accounts.jpa.django.DjangoImportReport.Kind;
import dev.accounts.model.NotAuthenticatedException;
import dev.accounts.model.User;
import dev.accounts.policy.AuditPolicy;
import dev.accounts.spi.StoredUser;
import dev.accounts.spi.UserKey;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** What another run tells, and takes, of what changed since the import: in Django, here, or on both sides. */
@OnEachDatabase
class DjangoCatchUpTest {

    private static final String TOKEN = "0123456789".repeat(4);
    private static final String OTHER = "ab".repeat(20);

    @Parameter
    TestDatabase database;

    private ImportedAccounts accounts;
    private DjangoSite site;
    private DjangoImport imported;

    @BeforeEach
    void import_two_users() throws SQLException {
        accounts = ImportedAccounts.in(database);
        site = DjangoSite.on(database);
        site.insert("auth_group", "1, 'editors'");
        site.insert("auth_group", "2, 'viewers'");
        site.user(1, "ann", "email = 'ann@example.com'");
        site.insert(site.sql("USER_groups"), "1, 1, 1");
        site.token(TOKEN, 1);
        site.user(2, "bob");
        site.token(OTHER, 2);
        imported = site.importer().into(accounts.tables());
        imported.run();
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Nested
    class WithoutChanges {

        @Test
        void nothing_is_found_and_nothing_is_written() throws SQLException {
            Map<String, List<List<String>>> before = accounts.everything();

            for (DjangoImportReport report : List.of(imported.dryRun(), imported.run(), imported.catchUp())) {
                assertThat(report.findings()).isEmpty();
                assertThat(report.users()).isEqualTo(new Count(0, 2, 0));
                assertThat(report.tokens()).isEqualTo(new Count(0, 2, 0));
            }
            assertThat(accounts.everything()).isEqualTo(before);
        }

        @Test
        void the_memory_holds_digests_only_and_goes_with_the_account() throws SQLException {
            assertThat(accounts.rows("select source_state, state_here from account_import")
                            .toString())
                    .matches("\\[(\\[[0-9a-f]{64}, [0-9a-f]{64}](, )?){2}]");
            assertThat(accounts.rows("select digest from account_import_token").toString())
                    .doesNotContain(TOKEN, OTHER);

            database.execute("delete from account_user");

            assertThat(accounts.rows("select * from account_import")).isEmpty();
            assertThat(accounts.rows("select * from account_import_token")).isEmpty();
        }
    }

    @Nested
    class ChangedInDjango {

        @Test
        void is_told_by_the_names_of_the_fields_and_not_taken_by_a_run() throws SQLException {
            change_much();
            Map<String, List<List<String>>> before = accounts.everything();

            DjangoImportReport announced = imported.dryRun();
            DjangoImportReport report = imported.run();

            assertThat(report.findings())
                    .containsExactly(
                            new Finding(
                                    Kind.DIFFERS,
                                    1,
                                    "changed in Django since the import: email, first_name, groups, is_staff, password, username"));
            assertThat(announced).isEqualTo(report);
            assertThat(accounts.everything()).isEqualTo(before);
        }

        @Test
        void is_taken_by_a_run_that_catches_up_and_then_no_difference_is_left() throws SQLException {
            change_much();

            assertThat(imported.catchUp().findings())
                    .extracting(Finding::kind, Finding::id)
                    .contains(tuple(Kind.CAUGHT_UP, 1L));

            User ann = accounts.service().getUser(TOKEN, 1);
            assertThat(ann.username()).isEqualTo("Anna");
            assertThat(ann.email()).isEqualTo("anna@example.com");
            assertThat(ann.firstName()).isEqualTo("Anna");
            assertThat(ann.staff()).isTrue();
            assertThat(ann.groups()).extracting("name").containsExactly("viewers");
            assertThat(accounts.passwordHash(1)).isEqualTo("!new");
            assertThat(imported.run().findings()).isEmpty();
        }

        private void change_much() {
            site.change(
                    1,
                    "username = 'Anna', email = 'anna@example.com', first_name = 'Anna', is_staff = true, password = '!new'");
            site.execute("update " + site.sql("USER_groups") + " set group_id = 2");
            site.change(2, "last_login = date_joined");
        }

        @Test
        void a_deactivation_ends_the_tokens_and_an_activation_does_not_bring_them_back_unasked() throws SQLException {
            site.change(1, "is_active = false");

            DjangoImportReport announced = imported.run();
            assertThat(announced.tokens()).isEqualTo(new Count(0, 1, 1));
            assertThat(announced.findings())
                    .contains(new Finding(Kind.DIFFERS, 1, "changed in Django since the import: is_active, tokens"))
                    .extracting(Finding::kind)
                    .contains(Kind.TOKEN_UNUSABLE);
            assertThat(accounts.service().me(TOKEN).id()).isEqualTo(1);

            imported.catchUp();
            assertRefused(TOKEN);
            assertThat(user(1).flags().active()).isFalse();

            site.change(1, "is_active = true");
            assertRefused(TOKEN);
            assertThat(imported.catchUp().tokens()).isEqualTo(new Count(1, 1, 0));
            assertThat(accounts.service().me(TOKEN).id()).isEqualTo(1);
        }

        @Test
        void a_token_that_is_new_is_found_and_one_that_ended_ends_here() throws SQLException {
            site.execute("delete from authtoken_token where user_id = 1");
            String next = "cd".repeat(20);
            site.token(next, 1);

            DjangoImportReport announced = imported.run();
            assertThat(announced.tokens()).isEqualTo(new Count(0, 1, 1));
            assertThat(announced.findings())
                    .containsExactly(new Finding(Kind.DIFFERS, 1, "changed in Django since the import: tokens"));
            assertRefused(next);

            assertThat(imported.catchUp().findings())
                    .containsExactly(new Finding(Kind.CAUGHT_UP, 1, "taken from Django: tokens"));
            assertThat(accounts.service().me(next).id()).isEqualTo(1);
            assertRefused(TOKEN);
        }

        @Test
        void a_deleted_user_is_found_and_then_deleted_here() throws SQLException {
            delete(2);
            delete(1);
            site.user(3, "bob");

            assertThat(imported.run().findings())
                    .extracting(Finding::kind, Finding::id)
                    .containsExactly(
                            tuple(Kind.DELETED_IN_DJANGO, 1L),
                            tuple(Kind.DELETED_IN_DJANGO, 2L),
                            tuple(Kind.NAME_TAKEN, 3L));
            assertThat(accounts.service().me(OTHER).id()).isEqualTo(2);

            assertThat(imported.catchUp().users()).isEqualTo(new Count(1, 0, 0));
            assertThat(accounts.rows("select id, username from account_user")).containsExactly(List.of("3", "bob"));
            assertRefused(OTHER);
        }

        @Test
        void a_deleted_user_with_the_greatest_id_is_found_too() throws SQLException {
            delete(2);

            assertThat(imported.catchUp().findings())
                    .containsExactly(new Finding(
                            Kind.DELETED_IN_DJANGO, 2, "deleted here, too, because it was deleted in Django"));
        }

        @Test
        void an_empty_table_deletes_no_account() throws SQLException {
            delete(1);
            delete(2);

            assertThatIllegalStateException()
                    .isThrownBy(imported::catchUp)
                    .withMessageContaining("app_person")
                    .withMessageContaining("has no users");
            assertThat(accounts.rows("select * from account_user")).hasSize(2);
        }

        @Test
        void a_later_login_alone_is_no_finding_and_is_taken() throws SQLException {
            site.change(1, "last_login = " + site.time("2024-05-06 07:08:09"));

            assertThat(imported.run().findings()).isEmpty();
            assertThat(imported.catchUp().findings()).isEmpty();
            assertThat(accounts.service().getUser(TOKEN, 1).lastLogin().orElseThrow())
                    .hasToString("2024-05-06T07:08:09Z");
        }

        @Test
        void a_name_that_another_account_has_is_not_taken() throws SQLException {
            site.change(1, "username = 'BOB', first_name = 'Ann'");

            assertThat(imported.catchUp().findings())
                    .containsExactlyInAnyOrder(
                            new Finding(Kind.NAME_TAKEN, 1, "keeps its name here: user 2 has the new one"),
                            new Finding(Kind.CAUGHT_UP, 1, "taken from Django: first_name"));
            assertThat(user(1).username()).isEqualTo("ann");
        }

        @Test
        void towns_are_taken_but_for_those_that_are_others_here() throws SQLException {
            site.execute("create table country (id bigint primary key, name varchar(99))");
            site.execute("create table town (id bigint primary key, name varchar(99), lon float, lat float,"
                    + " country_id bigint)");
            site.execute("create table app_person_towns (id bigint primary key, person_id bigint, town_id bigint)");
            site.insert("country", "1, 'Latvia'");
            site.insert("town", "1, 'Riga', 24.1, 56.9, 1");
            site.insert("town", "2, 'Cesis', 25.2, 57.3, 1");
            site.user(3, "cid");
            site.insert("app_person_towns", "1, 3, 1");
            DjangoImport withTowns =
                    site.importer().townTables("town", "country").into(accounts.tables());
            withTowns.run();

            site.execute("update town set name = 'Riga-Nord' where id = 1");
            site.insert("app_person_towns", "2, 3, 2");

            assertThat(withTowns.run().findings())
                    .extracting(Finding::kind, Finding::text)
                    .containsExactly(
                            tuple(Kind.TOWN_LEFT_OUT, "another town has its id here"),
                            tuple(Kind.DIFFERS, "changed in Django since the import: towns"));
            withTowns.catchUp();
            assertThat(accounts.rows("select town_id from account_user_town"))
                    .containsExactly(List.of("1"), List.of("2"));
        }

        @Test
        void addresses_change_hands_in_one_run() throws SQLException {
            site.change(2, "email = 'ann@example.com'");
            site.change(1, "email = 'anna@example.com'");

            assertThat(imported.catchUp().findings()).extracting(Finding::kind).containsOnly(Kind.CAUGHT_UP);
            assertThat(accounts.rows("select email from account_user"))
                    .containsExactly(List.of("ann@example.com"), List.of("anna@example.com"));
        }

        @Test
        void a_user_of_another_application_with_the_same_id_is_not_taken_for_it() throws SQLException {
            site.change(1, "username = 'zoe', date_joined = " + site.time("2020-01-01 00:00:00"));

            assertThat(imported.catchUp().findings())
                    .extracting(Finding::kind, Finding::id)
                    .containsExactly(tuple(Kind.ID_TAKEN, 1L));
            assertThat(user(1).username()).isEqualTo("ann");
        }
    }

    @Nested
    class ChangedHere {

        @Test
        void an_account_that_changed_on_both_sides_stays_as_it_is_but_for_tokens_that_ended() throws SQLException {
            site.change(1, "is_active = false, first_name = 'Ann'");
            database.execute("update account_user set last_name = 'Lee' where id = 1");

            for (DjangoImportReport report : List.of(imported.dryRun(), imported.run(), imported.catchUp())) {
                assertThat(report.findings())
                        .contains(new Finding(
                                Kind.CHANGED_HERE,
                                1,
                                "changed in Django and here since the import, stays as it is here: first_name,"
                                        + " is_active, last_name"));
            }
            assertRefused(TOKEN);
            assertThat(user(1).flags().active()).isTrue();
            assertThat(accounts.service().getUser(OTHER, 1).lastName()).isEqualTo("Lee");
        }

        @Test
        void groups_count_as_changes_too() throws SQLException {
            site.change(1, "first_name = 'Ann'");
            database.execute("delete from account_user_group");

            assertThat(imported.catchUp().findings())
                    .containsExactly(new Finding(
                            Kind.CHANGED_HERE,
                            1,
                            "changed in Django and here since the import, stays as it is here: first_name, groups"));
        }

        @Test
        void an_account_that_changed_only_here_is_no_finding() throws SQLException {
            database.execute("update account_user set is_active = false where id = 1");

            assertThat(imported.catchUp().findings()).isEmpty();
            assertThat(user(1).flags().active()).isFalse();
        }

        @Test
        void a_token_that_was_ended_here_stays_ended() throws SQLException {
            accounts.service().logout(TOKEN);

            for (DjangoImportReport report : List.of(imported.run(), imported.catchUp())) {
                assertThat(report.tokens()).isEqualTo(new Count(0, 1, 1));
                assertThat(report.findings())
                        .containsExactly(new Finding(
                                Kind.TOKEN_ENDED_HERE, 1, "a token was ended or has expired here: it stays so"));
            }
            assertRefused(TOKEN);
        }

        @Test
        void a_new_token_of_an_account_that_changed_here_is_left_out() throws SQLException {
            database.execute("update account_user set password_hash = '!' , first_name = 'x' where id = 1");
            String next = "cd".repeat(20);
            site.token(next, 1);

            assertThat(imported.catchUp().findings())
                    .extracting(Finding::kind, Finding::id)
                    .containsExactly(tuple(Kind.CHANGED_HERE, 1L));
            assertRefused(next);
        }

        @Test
        void an_account_that_changes_here_during_the_run_stays_as_it_is() throws SQLException {
            site.change(1, "first_name = 'Ann'");
            ProbedDataSource probe = new ProbedDataSource();
            AtomicBoolean changed = new AtomicBoolean();
            probe.failWith((moment, sql) -> {
                if (sql.startsWith("update account_user set email_key") && changed.compareAndSet(false, true)) {
                    database.execute("update account_user set last_name = 'Lee', version = version + 1 where id = 1");
                }
            });

            DjangoImportReport report =
                    site.importer().into(probe.over(accounts.tables())).catchUp();

            assertThat(report.findings()).extracting(Finding::kind).containsExactly(Kind.CHANGED_HERE);
            assertThat(accounts.rows("select first_name, last_name from account_user where id = 1"))
                    .containsExactly(List.of("", "Lee"));
        }

        @Test
        void an_account_that_was_deleted_here_does_not_come_back_if_it_was_audited() throws SQLException {
            site.change(1, "is_superuser = true");
            imported.catchUp();
            Accounts.builder(accounts.stores())
                    .audit(accounts.stores().audit(), AuditPolicy.defaults())
                    .build()
                    .administration()
                    .delete(1, 2);

            for (DjangoImportReport report : List.of(imported.run(), imported.catchUp())) {
                assertThat(report.users()).isEqualTo(new Count(0, 1, 1));
                assertThat(report.findings())
                        .containsExactly(new Finding(
                                Kind.DELETED_HERE, 2, "left out: the account with this id was deleted here"));
            }
            assertRefused(OTHER);
        }

        @Test
        void an_account_that_changed_here_outlives_its_user_in_django() throws SQLException {
            delete(2);
            database.execute("update account_user set first_name = 'Bob' where id = 2");

            assertThat(imported.catchUp().findings())
                    .extracting(Finding::kind, Finding::id)
                    .containsExactly(tuple(Kind.CHANGED_HERE, 2L));
            assertThat(accounts.service().me(OTHER).id()).isEqualTo(2);
        }
    }

    @Nested
    class WithoutMemory {

        @Test
        void an_account_with_the_same_id_and_name_stays_and_gets_no_token() throws SQLException {
            database.execute("delete from account_import");
            database.execute("delete from account_import_token");
            accounts.service().logout(TOKEN);
            site.change(1, "is_active = false");
            site.change(2, "first_name = 'Bob'");

            DjangoImportReport report = imported.catchUp();

            assertThat(report.users()).isEqualTo(new Count(0, 2, 0));
            assertThat(report.tokens()).isEqualTo(new Count(0, 1, 1));
            assertThat(user(1).flags().active()).isTrue();
            assertRefused(TOKEN);
        }
    }

    private void delete(long id) {
        site.execute("delete from authtoken_token where user_id = " + id);
        site.execute("delete from " + site.sql("USER") + " where id = " + id);
    }

    private StoredUser user(long id) {
        return accounts.stores().users().read(UserKey.id(id)).orElseThrow();
    }

    private void assertRefused(String token) {
        assertThatExceptionOfType(NotAuthenticatedException.class)
                .isThrownBy(() -> accounts.service().me(token));
    }
}
