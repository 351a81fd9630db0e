package dev.accounts.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.accounts.Accounts;
import dev.accounts.jpa.database.H2Server;
import dev.accounts.jpa.database.TestDatabase;
import dev.accounts.model.Registration;
import dev.accounts.model.TokenDigest;
import dev.accounts.model.UserSearch;
import dev.accounts.service.AccountService;
import dev.accounts.testkit.FastPasswordHasher;
import jakarta.persistence.EntityManagerFactory;
import java.sql.SQLException;
import java.time.Instant;
import org.hibernate.cfg.Configuration;
import org.junit.jupiter.api.Test;

/** The tables may lie in another schema than that of the connections. */
class DefaultSchemaTest {

    /** Later than any time of the test. */
    private static final Instant NOW = Instant.parse("2999-01-01T00:00:00Z");

    @Test
    void the_default_schema_of_the_unit_holds_for_every_statement() throws SQLException {
        String url = new H2Server().newDatabase();
        try (HikariDataSource inside = pool(url + ";INIT=create schema if not exists s\\;set schema s");
                HikariDataSource outside = pool(url);
                EntityManagerFactory unit = unit(outside)) {
            AccountSchema.of(inside).createIfMissing();
            JpaAccountStores stores = JpaAccountStores.sharing(unit);
            AccountService accounts = Accounts.builder(stores)
                    .passwordHasher(new FastPasswordHasher())
                    .build()
                    .service();

            long id = accounts.register(Registration.of("ana", "k12345678")).id();
            String token = accounts.login("ana", "k12345678").value();

            assertThat(accounts.me(token).username()).isEqualTo("ana");
            assertThat(accounts.getUser(token, id).username()).isEqualTo("ana");
            assertThat(stores.users().search(UserSearch.all())).hasSize(1);
            assertThat(stores.roles().effective(id)).isEmpty();
            assertThat(stores.tokens().touch(TokenDigest.of(token), NOW, NOW)).isTrue();
        }
    }

    @Test
    void keys_of_tables_in_another_schema_do_not_count() throws SQLException {
        String url = new H2Server().newDatabase();
        try (HikariDataSource inside = pool(url + ";INIT=create schema if not exists s\\;set schema s");
                HikariDataSource outside = pool(url);
                EntityManagerFactory unit = unit(outside)) {
            AccountSchema.of(inside).createIfMissing();
            AccountSchema.of(outside).createIfMissing();
            TestDatabase.execute(inside, "alter table account_user drop constraint account_user_email_uk");

            assertThatThrownBy(() -> JpaAccountStores.sharing(unit))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("account_user.email_key has no unique key");
            JpaAccountStores.over(outside).close();
        }
    }

    private static HikariDataSource pool(String url) {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(url);
        return pool;
    }

    private static EntityManagerFactory unit(HikariDataSource pool) {
        Configuration configuration = new Configuration()
                .addResource("META-INF/account-orm.xml")
                .setProperty("hibernate.default_schema", "s");
        configuration.getProperties().put("hibernate.connection.datasource", pool);
        return configuration.buildSessionFactory();
    }
}
