package dev.accounts.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.accounts.jpa.database.OnEachDatabase;
import dev.accounts.jpa.database.TestDatabase;
import dev.accounts.model.UserSearch;
import dev.accounts.testkit.internal.Race;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

@OnEachDatabase
class AccountSchemaTest {

    @Parameter
    TestDatabase database;

    private HikariDataSource fresh;

    @BeforeEach
    void create() {
        fresh = database.anotherDatabase();
    }

    @AfterEach
    void close() {
        fresh.close();
    }

    @Test
    void is_created_once() throws SQLException {
        assertThat(AccountSchema.of(fresh).createIfMissing()).isTrue();
        assertThat(AccountSchema.of(fresh).createIfMissing()).isFalse();
        JpaAccountStores.over(fresh).close();
    }

    @Test
    void is_created_by_many_nodes_at_once() throws SQLException {
        List<Boolean> created = Race.of(4, node -> createIfMissing());

        assertThat(created).contains(true);
        assertThat(AccountSchema.of(fresh).createIfMissing()).isFalse();
        JpaAccountStores.over(fresh).close();
    }

    private boolean createIfMissing() {
        try {
            return AccountSchema.of(fresh).createIfMissing();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** OWASP ASVS 5.0, 6.3.2. */
    @Test
    void has_no_account_when_it_is_new() throws SQLException {
        AccountSchema.of(fresh).createIfMissing();

        try (JpaAccountStores stores = JpaAccountStores.over(fresh)) {
            assertThat(stores.users().search(UserSearch.all())).isEmpty();
        }
    }

    @Test
    void is_named_with_the_scripts_to_run_when_it_is_missing() {
        assertThatThrownBy(() -> JpaAccountStores.over(fresh))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("The tables of the account library are missing")
                .hasMessageContaining("AccountAttempt cannot be read")
                .hasMessageContaining("V1__accounts.sql")
                .hasMessageContaining("schema/" + database.product().toLowerCase(Locale.ROOT))
                .hasMessageContaining("createIfMissing");
        assertThat(fresh.getHikariPoolMXBean().getActiveConnections()).isZero();
    }

    /** As after a script that stopped half-way. */
    @Test
    void is_completed_when_a_part_is_missing() throws SQLException {
        AccountSchema.of(fresh).createIfMissing();
        List<String> whole = SchemaDump.of(fresh);
        TestDatabase.execute(fresh, "drop table account_guard");
        TestDatabase.execute(fresh, "drop table account_user_town");
        TestDatabase.execute(fresh, "alter table account_user drop constraint account_user_email_uk");
        TestDatabase.execute(fresh, "alter table account_user drop constraint account_user_days_count_ck");
        assertThatThrownBy(() -> JpaAccountStores.over(fresh))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(": account_user_town, account_guard (Account");

        assertThat(AccountSchema.of(fresh).createIfMissing()).isTrue();

        assertThat(SchemaDump.of(fresh)).isEqualTo(whole);
        JpaAccountStores.over(fresh).close();
    }

    @Test
    void is_refused_when_an_earlier_script_created_it() throws SQLException {
        AccountSchema.of(fresh).createIfMissing();
        TestDatabase.execute(fresh, "alter table account_user drop column version");
        TestDatabase.execute(fresh, "drop table account_guard");

        assertThatThrownBy(() -> JpaAccountStores.over(fresh))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("account_user has no column version: it comes from an earlier development script")
                .hasMessageContaining("V1__accounts.sql");
        assertThatThrownBy(() -> AccountSchema.of(fresh).createIfMissing())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Drop all tables of the library");
    }

    @Test
    void leaves_the_table_of_another_application_alone() {
        TestDatabase.execute(fresh, "create table account_user (id integer, username varchar(10))");
        List<String> before = SchemaDump.of(fresh);

        assertThatThrownBy(() -> AccountSchema.of(fresh).createIfMissing())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("account_user belongs to another application");
        assertThat(SchemaDump.of(fresh)).isEqualTo(before);
    }

    @Test
    void is_refused_when_what_belongs_to_a_user_would_outlive_it() throws SQLException {
        AccountSchema.of(fresh).createIfMissing();
        TestDatabase.execute(fresh, "alter table account_token drop constraint account_token_user_fk");
        TestDatabase.execute(
                fresh,
                "alter table account_token add constraint account_token_user_fk"
                        + " foreign key (user_id) references account_user (id)");

        assertThatThrownBy(() -> JpaAccountStores.over(fresh))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(
                        "account_token.user_id has no foreign key to account_user with on delete cascade");
    }

    @Test
    void is_refused_when_a_name_has_no_unique_key() throws SQLException {
        AccountSchema.of(fresh).createIfMissing();
        TestDatabase.execute(fresh, "alter table account_user drop constraint account_user_email_uk");

        assertThatThrownBy(() -> JpaAccountStores.over(fresh))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("account_user.email_key has no unique key");
    }

    @Test
    void is_refused_when_nothing_guards_the_last_superuser() throws SQLException {
        AccountSchema.of(fresh).createIfMissing();
        TestDatabase.execute(fresh, "delete from account_guard");

        assertThatThrownBy(() -> JpaAccountStores.over(fresh))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("account_guard has no row 'superusers'")
                .hasMessageContaining("createIfMissing() adds what is missing");
    }

    @Test
    void is_checked_where_the_search_path_of_postgresql_finds_it() throws SQLException {
        assumeThat(database.product()).isEqualTo("PostgreSQL");
        AccountSchema.of(fresh).createIfMissing();
        TestDatabase.execute(fresh, "create schema app");
        try (HikariDataSource path = new HikariDataSource()) {
            path.setJdbcUrl(fresh.getJdbcUrl());
            path.setConnectionInitSql("set search_path to app, public");
            JpaAccountStores.over(path).close();

            TestDatabase.execute(fresh, "alter table account_user drop constraint account_user_email_uk");

            assertThatThrownBy(() -> JpaAccountStores.over(path))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("account_user.email_key has no unique key");
        }
    }
}
