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
 * Where tables are in a database: a schema, or what MariaDB and MySQL call a database.
 *
 * @param name the name as the database keeps it
 * @param catalog what JDBC asks for as the catalog
 * @param schema what JDBC asks for as the schema
 * @param letters how the database keeps names that are not quoted
 */
record SchemaPlace(
        String name, @Nullable String catalog, @Nullable String schema, Letters letters) {

    /** The table that a search path leads to may be in another schema than new tables would be. */
    private static final String FOUND_BY_POSTGRESQL = """
            select n.nspname from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
            where c.oid = pg_catalog.to_regclass('account_user')""";

    private enum Letters {
        UPPER,
        LOWER,
        AS_WRITTEN
    }

    /** Where the connection creates tables. */
    static SchemaPlace of(Connection connection) throws SQLException {
        return at(
                requireNonNullElse(isCatalog(connection) ? connection.getCatalog() : connection.getSchema(), ""),
                connection);
    }

    /** Where a persistence unit finds a table, given the name that it writes into its statements. */
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

    /** A name of the scripts as the database keeps it. */
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
