package dev.accounts.jpa.internal.schema;

import static java.util.Objects.requireNonNullElse;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The tables that exist in a schema of the database. Their names are in lower case, however the database spells them.
 *
 * @param connection a connection to the database
 * @param place the schema, as the database spells it
 * @param tables the columns of each table, by name
 */
record PresentSchema(Connection connection, SchemaPlace place, Map<String, Map<String, Column>> tables) {

    private static final String COLUMNS = """
            select table_name, column_name, character_maximum_length, collation_name from information_schema.columns
            where table_schema = ? and (table_name like 'account%' or table_name like 'ACCOUNT%')""";

    private static final String CONSTRAINTS =
            "select constraint_name from information_schema.table_constraints where table_schema = ?";

    /** The maximum length of the texts in a column, and their collation. */
    record Column(long length, String collation) {}

    /** Reads the schema in which the connection creates tables. */
    static PresentSchema under(Connection connection) throws SQLException {
        return at(SchemaPlace.of(connection), connection);
    }

    static PresentSchema at(SchemaPlace place, Connection connection) throws SQLException {
        Map<String, Map<String, Column>> tables = new HashMap<>();
        try (PreparedStatement query = connection.prepareStatement(COLUMNS)) {
            query.setString(1, place.name());
            ResultSet rows = query.executeQuery();
            while (rows.next()) {
                tables.computeIfAbsent(lowerCase(rows.getString(1)), any -> new HashMap<>())
                        .put(
                                lowerCase(rows.getString(2)),
                                new Column(rows.getLong(3), requireNonNullElse(rows.getString(4), "")));
            }
        }
        return new PresentSchema(connection, place, tables);
    }

    boolean has(String table) {
        return tables.containsKey(table);
    }

    boolean has(String table, String column) {
        return column(table, column).isPresent();
    }

    Optional<Column> column(String table, String column) {
        return Optional.ofNullable(tables.getOrDefault(table, Map.of()).get(column));
    }

    /** Returns the names of all constraints. */
    Set<String> constraints() throws SQLException {
        Set<String> names = new HashSet<>();
        try (PreparedStatement query = connection.prepareStatement(CONSTRAINTS)) {
            query.setString(1, place.name());
            ResultSet rows = query.executeQuery();
            while (rows.next()) {
                names.add(lowerCase(rows.getString(1)));
            }
        }
        return names;
    }

    /** Returns the columns of each index of a table, by the name of the index. */
    Map<String, Set<String>> indexes(String table, boolean onlyUnique) throws SQLException {
        Map<String, Set<String>> indexes = new HashMap<>();
        String kept = place.asKept(table);
        try (ResultSet rows =
                connection.getMetaData().getIndexInfo(place.catalog(), place.schema(), kept, onlyUnique, true)) {
            while (rows.next()) {
                indexes.computeIfAbsent(lowerCase(rows.getString("INDEX_NAME")), any -> new HashSet<>())
                        .add(lowerCase(rows.getString("COLUMN_NAME")));
            }
        }
        return indexes;
    }

    static String lowerCase(String name) {
        return String.valueOf(name).toLowerCase(Locale.ROOT);
    }
}
