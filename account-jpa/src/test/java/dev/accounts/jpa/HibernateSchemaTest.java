package dev.accounts.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.accounts.Accounts;
import dev.accounts.jpa.database.OnEachDatabase;
import dev.accounts.jpa.database.TestDatabase;
import dev.accounts.model.InvalidInputException;
import dev.accounts.model.Registration;
import dev.accounts.service.AccountService;
import dev.accounts.spi.StoredUser;
import dev.accounts.spi.UserKey;
import dev.accounts.testkit.FastPasswordHasher;
import jakarta.persistence.EntityManagerFactory;
import java.sql.SQLException;
import java.util.List;
import org.hibernate.cfg.Configuration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** A host's Hibernate that creates, updates or validates the tables, before the library or after it. */
@OnEachDatabase
class HibernateSchemaTest {

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

    private EntityManagerFactory unit(String action) {
        Configuration host = new Configuration()
                .addResource("META-INF/account-orm.xml")
                .setProperty("hibernate.hbm2ddl.auto", action);
        host.getProperties().put("hibernate.connection.datasource", fresh);
        return host.buildSessionFactory();
    }

    private void assume_exact_collations() {
        assumeThat(database.product()).isNotEqualTo("MariaDB");
    }

    @Test
    void validates_the_tables_of_the_script() throws SQLException {
        AccountSchema.of(fresh).createIfMissing();

        try (EntityManagerFactory unit = unit("validate")) {
            try (JpaAccountStores stores = JpaAccountStores.sharing(unit)) {
                assertThat(stores.towns().list(0, 1)).isEmpty();
            }
            assertThat(unit.isOpen()).as("the host's own unit").isTrue();
        }
    }

    @Test
    void updates_nothing_in_the_tables_of_the_script() throws SQLException {
        AccountSchema.of(fresh).createIfMissing();
        List<String> shipped = SchemaDump.of(fresh);

        try (EntityManagerFactory unit = unit("update")) {
            JpaAccountStores.sharing(unit).close();
        }

        assertThat(SchemaDump.of(fresh)).containsExactlyElementsOf(shipped);
        assertThat(AccountSchema.of(fresh).createIfMissing()).isFalse();
    }

    @Test
    void creates_tables_that_are_completed_to_those_of_the_script() throws SQLException {
        assume_exact_collations();
        try (HikariDataSource script = database.anotherDatabase()) {
            AccountSchema.of(script).createIfMissing();
            unit("create").close();

            assertThat(AccountSchema.of(fresh).createIfMissing()).isTrue();

            assertThat(SchemaDump.of(fresh)).containsExactlyElementsOf(SchemaDump.of(script));
        }
        assertThat(AccountSchema.of(fresh).createIfMissing()).isFalse();
    }

    @Test
    void drops_tables_that_were_completed_and_creates_them_again() throws SQLException {
        assume_exact_collations();
        for (int start = 1; start <= 2; start++) {
            try (EntityManagerFactory unit = unit("create-drop")) {
                assertThat(AccountSchema.of(fresh).createIfMissing()).isTrue();
                JpaAccountStores.sharing(unit).close();
            }
            assertThat(SchemaDump.of(fresh)).isEmpty();
        }
    }

    @Test
    void creates_tables_that_are_refused_until_they_are_completed() throws SQLException {
        assume_exact_collations();
        try (EntityManagerFactory unit = unit("create")) {
            assertThatThrownBy(() -> JpaAccountStores.sharing(unit))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("has no foreign key to account_user with on delete cascade")
                    .hasMessageContaining("createIfMissing() adds what is missing");

            AccountSchema.of(fresh).createIfMissing();

            JpaAccountStores.sharing(unit).close();
        }
    }

    @Test
    void creates_tables_that_serve_the_stores_once_they_are_completed() throws SQLException {
        assume_exact_collations();
        try (EntityManagerFactory unit = unit("create")) {
            AccountSchema.of(fresh).createIfMissing();
            JpaAccountStores stores = JpaAccountStores.sharing(unit);
            AccountService accounts = Accounts.builder(stores)
                    .passwordHasher(new FastPasswordHasher())
                    .build()
                    .service();
            accounts.register(Registration.of("ana", "k12345678").email("ana@x.org"));
            String token = accounts.login("ana", "k12345678").value();
            assertThat(accounts.me(token).username()).isEqualTo("ana");
            assertThatThrownBy(() -> accounts.register(Registration.of("ANA", "k12345678")))
                    .isInstanceOfSatisfying(
                            InvalidInputException.class,
                            refused -> assertThat(refused.violations())
                                    .singleElement()
                                    .hasFieldOrPropertyWithValue("code", "taken"));

            StoredUser ana = stores.users().read(UserKey.username("ana")).orElseThrow();
            assertThat(stores.users().delete(ana)).isTrue();

            assertThat(stores.tokens().list(ana.id())).isEmpty();
        }
    }

    @Test
    void creates_tables_that_are_refused_where_its_collations_take_different_names_for_equal() {
        assumeThat(database.product()).isEqualTo("MariaDB");
        try (EntityManagerFactory unit = unit("create")) {
            assertThatThrownBy(() -> JpaAccountStores.sharing(unit))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("has the collation ")
                    .hasMessageContaining("created by Hibernate and not by the script")
                    .hasMessageContaining("before the persistence unit is built");
        }
        List<String> created = SchemaDump.of(fresh);
        assertThatThrownBy(() -> AccountSchema.of(fresh).createIfMissing())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("created by Hibernate and not by the script");
        assertThat(SchemaDump.of(fresh)).isEqualTo(created);
    }
}
