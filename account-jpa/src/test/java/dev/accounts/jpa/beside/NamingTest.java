package dev.accounts.jpa.beside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.accounts.jpa.AccountSchema;
import dev.accounts.jpa.JpaAccountStores;
import dev.accounts.jpa.database.OnEachDatabase;
import dev.accounts.jpa.database.TestDatabase;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;
import org.hibernate.boot.model.naming.CamelCaseToUnderscoresNamingStrategy;
import org.hibernate.boot.model.naming.Identifier;
import org.hibernate.boot.model.naming.ImplicitBasicColumnNameSource;
import org.hibernate.boot.model.naming.ImplicitEntityNameSource;
import org.hibernate.boot.model.naming.ImplicitNamingStrategyJpaCompliantImpl;
import org.hibernate.engine.jdbc.env.spi.JdbcEnvironment;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A host names its tables and columns by strategies of its own. */
@OnEachDatabase
class NamingTest {

    private static final String PHYSICAL = "hibernate.physical_naming_strategy";

    @Parameter
    TestDatabase database;

    private HikariDataSource pool;

    @BeforeEach
    void open() throws SQLException {
        pool = database.anotherDatabase();
        AccountSchema.of(pool).createIfMissing();
    }

    @AfterEach
    void close() {
        pool.close();
    }

    static final class PrefixesItsOwn extends CamelCaseToUnderscoresNamingStrategy {
        @Override
        public Identifier toPhysicalTableName(Identifier name, JdbcEnvironment environment) {
            Identifier physical = super.toPhysicalTableName(name, environment);
            String text = physical.getText();
            return text.startsWith("account_") ? physical : Identifier.toIdentifier("app_" + text);
        }
    }

    static final class PrefixesAll extends CamelCaseToUnderscoresNamingStrategy {
        @Override
        public Identifier toPhysicalTableName(Identifier name, JdbcEnvironment environment) {
            return Identifier.toIdentifier("app_" + name.getText());
        }
    }

    static final class Shouts extends CamelCaseToUnderscoresNamingStrategy {
        @Override
        public Identifier toPhysicalTableName(Identifier name, JdbcEnvironment environment) {
            return Identifier.toIdentifier(name.getText().toUpperCase(Locale.ROOT));
        }
    }

    static final class RenamesColumns extends CamelCaseToUnderscoresNamingStrategy {
        @Override
        public Identifier toPhysicalColumnName(Identifier name, JdbcEnvironment environment) {
            return Identifier.toIdentifier("c_" + name.getText());
        }
    }

    @SuppressWarnings("serial")
    static final class Implies extends ImplicitNamingStrategyJpaCompliantImpl {
        @Override
        public Identifier determinePrimaryTableName(ImplicitEntityNameSource source) {
            return toIdentifier("t_" + source.getEntityNaming().getJpaEntityName(), source.getBuildingContext());
        }

        @Override
        public Identifier determineBasicColumnName(ImplicitBasicColumnNameSource source) {
            return toIdentifier("f_" + source.getAttributePath().getProperty(), source.getBuildingContext());
        }
    }

    @Test
    void a_strategy_that_renames_what_is_the_hosts_leaves_the_accounts_alone() throws SQLException {
        assertLives(PHYSICAL, new PrefixesItsOwn());

        assertThat(Tables.of(pool)).contains("app_host_note");
    }

    @Test
    void a_strategy_for_what_has_no_name_leaves_the_accounts_alone() throws SQLException {
        assertLives("hibernate.implicit_naming_strategy", new Implies());

        assertThat(Tables.of(pool)).contains("t_hostnote");
        TestDatabase.execute(pool, "select f_noteText from t_HostNote");
    }

    /** As long as the database takes the names for equal: MariaDB on Linux does not. */
    @Test
    void a_strategy_that_changes_the_case_makes_no_difference() throws SQLException {
        if (database.product().equals("MariaDB")) {
            assertRefused(new Shouts(), "none", "the table ACCOUNT_ATTEMPT in place of account_attempt");
        } else {
            assertLives(PHYSICAL, new Shouts());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "update"})
    void a_strategy_that_renames_every_table_is_told_to_leave_the_accounts_alone(String action) throws SQLException {
        assertRefused(new PrefixesAll(), action, "the table app_account_attempt in place of account_attempt");
    }

    @Test
    void a_strategy_that_renames_every_column_is_told_to_leave_the_accounts_alone() throws SQLException {
        assertRefused(new RenamesColumns(), "none", "the column c_attempt_key in account_attempt");
    }

    private void assertLives(String setting, Object strategy) throws SQLException {
        try (Host host = Host.over(pool, Map.of(setting, strategy))) {
            WholeLife.in(host);
        }
        assertThat(Tables.ofTheLibrary(pool)).isEqualTo(Tables.OF_THE_SCRIPT);
    }

    private void assertRefused(Object strategy, String action, String found) throws SQLException {
        Map<String, Object> settings = Map.of(PHYSICAL, strategy, "hibernate.hbm2ddl.auto", action);
        try (Host host = Host.over(pool, settings)) {
            assertThatThrownBy(host::stores)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("looks for " + found)
                    .hasMessageContaining("hibernate.physical_naming_strategy")
                    .hasMessageContaining("JpaAccountStores.over(dataSource)");
            JpaAccountStores.over(pool).close();
        }
    }
}
