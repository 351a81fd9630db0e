package dev.accounts.jpa.beside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.accounts.jpa.database.H2Server;
import dev.accounts.jpa.database.OnEachDatabase;
import dev.accounts.jpa.database.TestDatabase;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A host has all names in its statements quoted. */
@OnEachDatabase
class QuotedTest {

    private static final String SETTING = "hibernate.globally_quoted_identifiers";

    @Parameter
    TestDatabase database;

    /** H2 keeps the unquoted names of the script in upper case, so that no quoted name of the unit would meet them. */
    @Test
    void accounts_live_where_the_database_keeps_unquoted_names_in_lower_case() throws SQLException {
        try (HikariDataSource pool =
                database.product().equals("H2") ? h2(";DATABASE_TO_LOWER=TRUE") : database.anotherDatabase()) {
            assertLives(pool);
        }
    }

    @Test
    void accounts_live_where_h2_takes_names_for_equal_in_any_case() throws SQLException {
        assumeThat(database.product()).isEqualTo("H2");
        try (HikariDataSource pool = h2(";CASE_INSENSITIVE_IDENTIFIERS=TRUE")) {
            assertLives(pool);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "update"})
    void other_h2_is_told_to_keep_names_in_lower_case(String action) throws SQLException {
        assumeThat(database.product()).isEqualTo("H2");
        try (HikariDataSource pool = h2("");
                Host host = Host.over(pool, Map.of(SETTING, true, "hibernate.hbm2ddl.auto", action))) {
            assertThatThrownBy(host::stores)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("looks for the table \"account_attempt\" in place of account_attempt")
                    .hasMessageContaining("DATABASE_TO_LOWER=TRUE")
                    .hasMessageContaining("JpaAccountStores.over(dataSource)");
        }
    }

    private static HikariDataSource h2(String settings) {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(new H2Server().newDatabase() + settings);
        return pool;
    }

    private static void assertLives(HikariDataSource pool) throws SQLException {
        try (Host host = Host.over(pool, Map.of(SETTING, true))) {
            WholeLife.in(host);
        }
        assertThat(Tables.ofTheLibrary(pool)).isEqualTo(Tables.OF_THE_SCRIPT);
    }
}
