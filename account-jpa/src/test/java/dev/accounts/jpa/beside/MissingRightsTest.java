package dev.accounts.jpa.beside;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
        pool = database.anotherDatabase();
        AccountSchema.of(pool).createIfMissing();
        reading = new HikariDataSource();
        reading.setJdbcUrl(pool.getJdbcUrl());
        reading.setMaximumPoolSize(2);
        switch (database.product()) {
            case "PostgreSQL" -> {
                execute("create role " + USER);
                reading.setConnectionInitSql("set role " + USER);
            }
            case "H2" -> {
                execute("create user " + USER + " password ''");
                // Only an administrator may set what the URL sets.
                reading.setJdbcUrl(pool.getJdbcUrl().replaceFirst(";.*", ""));
                reading.setUsername(USER);
                reading.setPassword("");
            }
            default -> {
                execute("create user " + USER);
                reading.setJdbcUrl(pool.getJdbcUrl().replace("user=root", "user=" + USER));
            }
        }
        execute("grant select on account_attempt to " + USER);
    }

    @AfterEach
    void close() {
        reading.close();
        if (database.product().equals("PostgreSQL")) {
            execute("revoke select on account_attempt from " + USER);
        }
        execute("drop " + (database.product().equals("PostgreSQL") ? "role " : "user ") + USER);
        pool.close();
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
