package dev.accounts.jpa;

import static java.util.Objects.requireNonNull;

import dev.accounts.jpa.internal.schema.SchemaScript;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * The tables of the library, all with the prefix {@code account_}. Thread-safe.
 *
 * <p>The schema is one script of plain SQL for each database, with the naming of Flyway:
 * {@code dev/accounts/jpa/schema/{postgresql,mariadb,mysql,h2}/V1__accounts.sql} in the jar. A host runs it with Flyway, with
 * Liquibase or by hand, or calls {@link #createIfMissing}.
 */
public final class AccountSchema {

    private final DataSource dataSource;

    private AccountSchema(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * The tables in a database.
     *
     * @param dataSource the database
     * @return its tables
     */
    public static AccountSchema of(DataSource dataSource) {
        return new AccountSchema(requireNonNull(dataSource, "dataSource"));
    }

    /**
     * Runs the script if its tables are missing. Let one node of a cluster do it. Only PostgreSQL undoes a script that stops
     * half-way; elsewhere undo what it did before the next call.
     *
     * @return whether anything was missing
     * @throws SQLException if the database cannot be reached or refuses a statement
     * @throws IllegalStateException if the database is none that there are scripts for
     */
    public boolean createIfMissing() throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            boolean missing = false;
            for (SchemaScript script : SchemaScript.allFor(connection)) {
                if (!script.hasRun(connection)) {
                    script.run(connection);
                    missing = true;
                }
            }
            return missing;
        }
    }
}
