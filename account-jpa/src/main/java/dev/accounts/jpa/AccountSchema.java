package dev.accounts.jpa;

import static java.util.Objects.requireNonNull;

import dev.accounts.jpa.internal.schema.SchemaCompletion;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * Creates the tables of the library, whose names all begin with {@code account_}. Thread-safe.
 *
 * <p>For each database the jar holds one script of plain SQL, named as Flyway expects:
 * {@code dev/accounts/jpa/schema/{postgresql,mariadb,mysql,h2}/V1__accounts.sql}. A host runs it with Flyway, with
 * Liquibase or by hand, or calls {@link #createIfMissing}.
 */
public final class AccountSchema {

    private final DataSource dataSource;

    private AccountSchema(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * Returns the schema of the library in a database.
     *
     * @param dataSource the database
     * @return its schema
     */
    public static AccountSchema of(DataSource dataSource) {
        return new AccountSchema(requireNonNull(dataSource, "dataSource"));
    }

    /**
     * Creates what the database lacks of the script. In an empty database that is everything. Where Hibernate created
     * the tables, it is what Hibernate leaves out: foreign keys, collations and the row of {@code account_guard}. No
     * existing row is changed, and nothing happens if nothing is missing.
     *
     * <p>Call it before building a persistence unit whose {@code hibernate.hbm2ddl.auto} is {@code validate} or
     * {@code update}, and after building one with {@code create} or {@code create-drop}, which replaces the tables. On
     * MariaDB and MySQL it refuses tables that Hibernate created, because names in them do not compare exactly. All
     * nodes of a cluster may call it at the same time. If a statement fails, PostgreSQL rolls back all of them; on other
     * databases the next call continues from there.
     *
     * @return whether anything was missing
     * @throws SQLException if the database cannot be reached or refuses a statement
     * @throws IllegalStateException if there is no script for the database, or if its tables were created by Hibernate
     *     on MariaDB or MySQL, by an earlier development script or by another application; the message says what to do
     */
    public boolean createIfMissing() throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            return SchemaCompletion.run(connection);
        }
    }
}
