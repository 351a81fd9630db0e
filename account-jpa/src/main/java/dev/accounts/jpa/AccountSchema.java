package dev.accounts.jpa;

import static java.util.Objects.requireNonNull;

import dev.accounts.jpa.internal.schema.SchemaScript;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * The tables of the library, all with the prefix {@code account_}. Thread-safe.
 *
 * <p>The scripts are plain SQL with the naming of Flyway, one folder for each database:
 * {@code dev/accounts/jpa/schema/{postgresql,mariadb,mysql,h2}/} in the jar, with {@code V1__accounts.sql} and
 * {@code V2__account_life.sql} in it. A script that was published is never changed; what is new comes in a further one. A host
 * runs them in their order with Flyway, with Liquibase or by hand, or calls {@link #createIfMissing}.
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
     * Runs every script whose tables are missing: all of them on an empty database, and only {@code V2__account_life.sql} on
     * one of the version before, whose users and tokens stay as they are. Let one node of a cluster do it. Only PostgreSQL
     * undoes a script that stops half-way; elsewhere undo what it did before the next call.
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
