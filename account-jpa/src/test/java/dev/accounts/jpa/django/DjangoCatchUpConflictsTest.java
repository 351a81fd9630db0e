package dev.accounts.jpa.django;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.accounts.Accounts;
import dev.accounts.jpa.database.OnEachDatabase;
import dev.accounts.jpa.database.ProbedDataSource;
import dev.accounts.jpa.django.DjangoImportReport.Count;
import dev.accounts.jpa.django.DjangoImportReport.Finding;
import dev.accounts.jpa.django.DjangoImportReport.Kind;
import dev.accounts.policy.AuditPolicy;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** What another run tells of accounts that changed here since the import, or of which it remembers nothing. */
@OnEachDatabase
class DjangoCatchUpConflictsTest extends DjangoCatchUpFixture {

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
                    .containsExactly(
                            new Finding(Kind.DELETED_HERE, 2, "left out: the account with this id was deleted here"));
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
