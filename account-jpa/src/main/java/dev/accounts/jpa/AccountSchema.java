package dev.accounts.jpa;

import static java.util.Objects.requireNonNull;

import dev.accounts.jpa.internal.schema.SchemaCompletion;
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
     * Adds what the database lacks of the script: everything in an empty database, and in one whose tables Hibernate created
     * what Hibernate does not create (foreign keys, collations, the row of {@code account_guard}). It changes no row, and
     * does nothing if nothing is missing.
     *
     * <p>Call it before a persistence unit with {@code hibernate.hbm2ddl.auto} set to {@code validate} or {@code update} is
     * built, and after one with {@code create} or {@code create-drop}, which replaces the tables. MariaDB and MySQL compare
     * names in tables that Hibernate created inexactly: there such tables are refused. Let one node of a cluster call it.
     * Where a statement fails, PostgreSQL undoes all of them; elsewhere the next call goes on from there.
     *
     * @return whether anything was missing
     * @throws SQLException if the database cannot be reached or refuses a statement
     * @throws IllegalStateException if there is no script for the database, or if its tables were created by Hibernate on
     *     MariaDB or MySQL, by an earlier development script or by another application; the message says what to do
     */
    public boolean createIfMissing() throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            return SchemaCompletion.run(connection);
        }
    }
}
