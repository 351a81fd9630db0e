package dev.accounts.jpa.internal.schema;

import static java.util.Objects.requireNonNullElse;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A place for tables in a database: a schema, or what MariaDB and MySQL call a database.
 *
 * @param name its name as the database spells it
 * @param catalog the catalog to pass to JDBC
 * @param schema the schema to pass to JDBC
 * @param letters the case in which the database keeps unquoted names
 */
record SchemaPlace(
        String name, @Nullable String catalog, @Nullable String schema, Letters letters) {

    /** Finds the schema of an existing table: the search path may lead to another schema than the one for new tables. */
    private static final String FOUND_BY_POSTGRESQL = """
            select n.nspname from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
            where c.oid = pg_catalog.to_regclass('account_user')""";

    private enum Letters {
        UPPER,
        LOWER,
        AS_WRITTEN
    }

    /** Returns the place where the connection creates tables. */
    static SchemaPlace of(Connection connection) throws SQLException {
        return at(
                requireNonNullElse(isCatalog(connection) ? connection.getCatalog() : connection.getSchema(), ""),
                connection);
    }

    /** Returns the place where a persistence unit finds a table, given the name that it writes into its statements. */
    static SchemaPlace of(String mappedTable, Connection connection) throws SQLException {
        int dot = mappedTable.lastIndexOf('.');
        if (dot < 0) {
            return found(connection);
        }
        String qualifier = mappedTable.substring(mappedTable.lastIndexOf('.', dot - 1) + 1, dot);
        String bare = qualifier.replaceAll("[\"`]", "");
        return at(bare.equals(qualifier) ? asKept(bare, letters(connection.getMetaData())) : bare, connection);
    }

    private static SchemaPlace found(Connection connection) throws SQLException {
        if (connection.getMetaData().getDatabaseProductName().equals("PostgreSQL")) {
            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery(FOUND_BY_POSTGRESQL)) {
                if (rows.next()) {
                    return at(rows.getString(1), connection);
                }
            }
        }
        return of(connection);
    }

    private static SchemaPlace at(String name, Connection connection) throws SQLException {
        Letters letters = letters(connection.getMetaData());
        return isCatalog(connection)
                ? new SchemaPlace(name, name, null, letters)
                : new SchemaPlace(name, connection.getCatalog(), name, letters);
    }

    private static boolean isCatalog(Connection connection) throws SQLException {
        return connection.getMetaData().getDatabaseProductName().matches("MariaDB|MySQL");
    }

    private static Letters letters(DatabaseMetaData database) throws SQLException {
        if (database.storesUpperCaseIdentifiers()) {
            return Letters.UPPER;
        }
        return database.storesLowerCaseIdentifiers() ? Letters.LOWER : Letters.AS_WRITTEN;
    }

    /** Spells a name of the scripts as the database does. */
    String asKept(String identifier) {
        return asKept(identifier, letters);
    }

    private static String asKept(String identifier, Letters letters) {
        return switch (letters) {
            case UPPER -> identifier.toUpperCase(Locale.ROOT);
            case LOWER -> identifier.toLowerCase(Locale.ROOT);
            case AS_WRITTEN -> identifier;
        };
    }
}
