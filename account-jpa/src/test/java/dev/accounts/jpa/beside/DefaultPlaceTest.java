package dev.accounts.jpa.beside;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.accounts.jpa.AccountSchema;
import dev.accounts.jpa.database.OnEachDatabase;
import dev.accounts.jpa.database.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** A host's persistence unit names the schema and the catalog in which it keeps its tables, other than its connections have. */
@OnEachDatabase
class DefaultPlaceTest {

    @Parameter
    TestDatabase database;

    @Test
    void the_default_schema_and_catalog_of_the_unit_hold() throws SQLException {
        try (HikariDataSource pool = database.anotherDatabase();
                HikariDataSource inside = inside(pool)) {
            AccountSchema.of(inside).createIfMissing();
            try (Host host = Host.without(pool, place(inside))) {
                WholeLife.in(host);
            }
            assertThat(Tables.ofTheLibrary(inside)).isEqualTo(Tables.OF_THE_SCRIPT);
            assertThat(Tables.of(pool)).isEmpty();
        }
    }

    /** Connections to a new schema; on MariaDB, which has none, to a new catalog. */
    private HikariDataSource inside(HikariDataSource pool) {
        if (isMariaDb()) {
            return database.anotherDatabase();
        }
        TestDatabase.execute(pool, "create schema inside");
        HikariDataSource inside = new HikariDataSource();
        inside.setJdbcUrl(pool.getJdbcUrl());
        inside.setSchema(database.product().equals("H2") ? "INSIDE" : "inside");
        return inside;
    }

    private Map<String, String> place(HikariDataSource inside) throws SQLException {
        try (Connection connection = inside.getConnection()) {
            return isMariaDb()
                    ? Map.of("hibernate.default_catalog", connection.getCatalog())
                    : Map.of(
                            "hibernate.default_catalog", connection.getCatalog(), "hibernate.default_schema", "inside");
        }
    }

    private boolean isMariaDb() {
        return database.product().equals("MariaDB");
    }
}
