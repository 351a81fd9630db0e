package dev.accounts.jpa.django;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.tuple;

import com.zaxxer.hikari.HikariDataSource;
import dev.accounts.jpa.database.OnEachDatabase;
import dev.accounts.jpa.database.ProbedDataSource;
import dev.accounts.jpa.database.TestDatabase;
import dev.accounts.jpa.django.DjangoImportReport.Count;
import dev.accounts.jpa.django.DjangoImportReport.Finding;
import dev.accounts.jpa.django.DjangoImportReport.Kind;
import dev.accounts.model.Registration;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** Imports that stop half-way, or find no tables. */
@OnEachDatabase
class DjangoImportFailuresTest {

    @Parameter
    TestDatabase database;

    private HikariDataSource django;
    private ImportedAccounts accounts;

    @BeforeEach
    void create_tables() {
        accounts = ImportedAccounts.in(database);
        django = DjangoDump.emptyDatabase();
        DjangoTestTables.onPostgres().create(django);
        TestDatabase.execute(django, "insert into auth_group values (1, 'all')");
        TestDatabase.execute(django, """
                insert into auth_user select n, '!', null, false, 'user' || n, '', '', '', false, true, now()
                from generate_series(1, 1200) n""");
        TestDatabase.execute(django, "insert into auth_user_groups select n, n, 1 from generate_series(1, 1200) n");
    }

    @AfterEach
    void close() {
        django.close();
    }

    @Test
    void leave_no_user_without_what_belongs_to_it_and_are_continued() throws SQLException {
        DjangoImport imported = DjangoImport.from(django).into(accounts.tables());
        database.execute("alter table account_user add constraint obstacle_ck check (username <> 'user700')");
        try {
            assertThatExceptionOfType(SQLException.class)
                    .isThrownBy(imported::run)
                    .satisfies(e -> assertThat(e.getMessage()).containsIgnoringCase("obstacle_ck"));
            assertThat(accounts.rows("select * from account_user")).hasSize(500);
            assertThat(accounts.rows("select * from account_user_group")).hasSize(500);
        } finally {
            database.execute("alter table account_user drop constraint obstacle_ck");
        }

        assertThat(imported.run().users()).isEqualTo(new Count(700, 500, 0));
        assertThat(accounts.rows("select * from account_user_group")).hasSize(1200);
        assertThat(accounts.rows("select * from account_user")).hasSize(1200);
    }

    @Test
    void see_who_registers_between_the_look_at_a_name_and_the_insertion() throws SQLException {
        ProbedDataSource probe = new ProbedDataSource();
        AtomicBoolean registered = new AtomicBoolean();
        probe.failWith((moment, sql) -> {
            if (sql.startsWith("insert into account_user (")
                    && sql.contains("last_login")
                    && registered.compareAndSet(false, true)) {
                accounts.service().register(Registration.of("USER7", "xK9#mQ2z"));
            }
        });

        DjangoImportReport report =
                DjangoImport.from(django).into(probe.over(accounts.tables())).run();

        assertThat(registered).isTrue();
        assertThat(report.users()).isEqualTo(new Count(1199, 0, 1));
        assertThat(report.findings())
                .extracting(Finding::kind, Finding::id)
                .containsExactly(tuple(Kind.NAME_TAKEN, 7L));
        assertThat(accounts.rows("select * from account_user_group")).hasSize(1199);
    }

    @Test
    void do_not_come_from_connections_that_are_given_out_in_a_transaction() throws SQLException {
        ProbedDataSource probe = new ProbedDataSource();
        probe.withoutAutoCommit();
        TestDatabase.execute(django, "drop table authtoken_token");

        DjangoImportReport report = DjangoImport.from(probe.over(django))
                .into(probe.over(accounts.tables()))
                .run();

        assertThat(report.users()).isEqualTo(new Count(1200, 0, 0));
        assertThat(report.tokens()).isEqualTo(new Count(0, 0, 0));
    }

    @Test
    void name_the_table_that_is_missing() {
        assertThatIllegalStateException()
                .isThrownBy(DjangoImport.from(django).userTable("weather_user").into(accounts.tables())::run)
                .withMessageContaining("no table weather_user");
        assertThatIllegalStateException()
                .isThrownBy(DjangoImport.from(django)
                        .townTables("weather_town", "weather_country")
                        .into(accounts.tables())::dryRun)
                .withMessageContaining("no table weather_town");
        TestDatabase.execute(django, "alter table auth_user drop column is_staff");
        assertThatIllegalStateException()
                .isThrownBy(DjangoImport.from(django).into(accounts.tables())::run)
                .withMessageContaining("auth_user")
                .withMessageContaining("is_staff");
    }

    @Test
    void name_the_scripts_if_there_are_no_tables_to_import_into() {
        try (HikariDataSource empty = database.anotherDatabase()) {
            assertThatIllegalStateException()
                    .isThrownBy(DjangoImport.from(django).into(empty)::run)
                    .withMessageContaining("V1__accounts.sql")
                    .withMessageContaining("createIfMissing");
        }
    }

    @Test
    void give_back_connections_as_they_were() throws SQLException {
        DjangoImport.from(django).into(accounts.tables()).dryRun();

        assertThat(django.getHikariPoolMXBean().getActiveConnections()).isZero();
        try (Connection connection = accounts.tables().getConnection()) {
            assertThat(connection.getAutoCommit()).isTrue();
        }
    }
}
