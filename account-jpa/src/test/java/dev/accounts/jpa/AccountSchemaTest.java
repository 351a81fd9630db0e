package dev.accounts.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.accounts.jpa.database.OnEachDatabase;
import dev.accounts.jpa.database.TestDatabase;
import dev.accounts.model.UserSearch;
import jakarta.persistence.EntityManagerFactory;
import java.sql.SQLException;
import java.util.Locale;
import org.hibernate.cfg.Configuration;
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
                .hasMessageContaining("AccountAttempt")
                .hasMessageContaining("V1__accounts.sql")
                .hasMessageContaining("schema/" + database.product().toLowerCase(Locale.ROOT))
                .hasMessageContaining("createIfMissing");
        assertThat(fresh.getHikariPoolMXBean().getActiveConnections()).isZero();
    }

    @Test
    void is_refused_when_a_column_is_missing() throws SQLException {
        AccountSchema.of(fresh).createIfMissing();
        TestDatabase.execute(fresh, "alter table account_user drop column days_count");

        assertThatThrownBy(() -> JpaAccountStores.over(fresh))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("AccountUser")
                .hasMessageContaining("V1__accounts.sql");
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
    void is_refused_when_a_link_could_have_two_tokens() throws SQLException {
        AccountSchema.of(fresh).createIfMissing();
        TestDatabase.execute(fresh, "alter table account_token drop constraint account_token_id_uk");

        assertThatThrownBy(() -> JpaAccountStores.over(fresh))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("account_token.id has no unique key");
    }

    @Test
    void is_refused_when_nothing_guards_the_last_superuser() throws SQLException {
        AccountSchema.of(fresh).createIfMissing();
        TestDatabase.execute(fresh, "delete from account_guard");

        assertThatThrownBy(() -> JpaAccountStores.over(fresh))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("account_guard has no row 'superusers'");
    }

    @Test
    void is_what_hibernate_expects_of_the_mapping_file() throws SQLException {
        AccountSchema.of(fresh).createIfMissing();
        Configuration host = new Configuration()
                .addResource("META-INF/account-orm.xml")
                .setProperty("hibernate.hbm2ddl.auto", "validate");
        host.getProperties().put("hibernate.connection.datasource", fresh);

        try (EntityManagerFactory unit = host.buildSessionFactory()) {
            try (JpaAccountStores stores = JpaAccountStores.sharing(unit)) {
                assertThat(stores.towns().list(0, 1)).isEmpty();
            }
            assertThat(unit.isOpen()).as("the host's own unit").isTrue();
        }
    }
}
