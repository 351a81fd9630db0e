package dev.accounts.jpa.beside;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.accounts.jpa.AccountSchema;
import dev.accounts.jpa.JpaAccountStores;
import dev.accounts.jpa.database.OnEachDatabase;
import dev.accounts.jpa.database.TestDatabase;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** The user of the connections may read one table, and most databases hide the others from it. */
@OnEachDatabase
class MissingRightsTest {

    private static final String USER = "account_reader";

    @Parameter
    TestDatabase database;

    private HikariDataSource pool;
    private HikariDataSource reading;

    @BeforeEach
    void open() throws SQLException {
        // The MariaDB of the tests runs without rights.
        assumeThat(database.product()).isNotEqualTo("MariaDB");
        pool = database.anotherDatabase();
        AccountSchema.of(pool).createIfMissing();
        reading = new HikariDataSource();
        reading.setMaximumPoolSize(2);
        if (database.product().equals("H2")) {
            execute("create user " + USER + " password ''");
            // Only an administrator may set what the URL sets.
            reading.setJdbcUrl(pool.getJdbcUrl().replaceFirst(";.*", ""));
            reading.setUsername(USER);
            reading.setPassword("");
        } else {
            execute("create role " + USER);
            reading.setJdbcUrl(pool.getJdbcUrl());
            reading.setConnectionInitSql("set role " + USER);
        }
        execute("grant select on account_attempt to " + USER);
    }

    @AfterEach
    void close() {
        if (pool != null) {
            reading.close();
            execute("revoke select on account_attempt from " + USER);
            execute("drop " + (database.product().equals("H2") ? "user " : "role ") + USER);
            pool.close();
        }
    }

    @Test
    void is_told_and_not_taken_for_missing_tables() {
        assertThatThrownBy(() -> JpaAccountStores.over(reading))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("AccountAudit cannot be read: ")
                .hasMessageEndingWith(
                        ". Grant the database user the right to read and write the tables of the account library.");
    }

    @Test
    void is_told_where_names_are_quoted() {
        String setting = "hibernate.globally_quoted_identifiers";
        boolean fits = !database.product().equals("H2");
        try (Host host = Host.without(reading, Map.of("hibernate.hbm2ddl.auto", "none", setting, fits))) {
            assertThatThrownBy(host::stores)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageStartingWith("AccountAudit cannot be read: ")
                    .hasMessageContaining("account_audit");
        }
    }

    private void execute(String sql) {
        TestDatabase.execute(pool, sql);
    }
}
