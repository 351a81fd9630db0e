package dev.accounts.jpa.internal.django;

import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A table of Django's database.
 *
 * @param name its name as the host gives it, for messages
 * @param sql its quoted name, for statements
 * @param columns its columns, by their names in lower case
 */
record DjangoTable(String name, String sql, Map<String, Column> columns) {

    private static final String ID = "id";

    private static final Set<Integer> NO_NUMBERS = Set.of(
            Types.CHAR,
            Types.VARCHAR,
            Types.LONGVARCHAR,
            Types.NCHAR,
            Types.NVARCHAR,
            Types.CLOB,
            Types.BINARY,
            Types.VARBINARY,
            Types.LONGVARBINARY,
            Types.BLOB,
            Types.OTHER);

    /** The type of a column, for JDBC and as the database names it. */
    record Column(int type, String typeName) {}

    /** Returns a table, and checks that it has the needed columns. */
    static DjangoTable require(ImportSql django, String name, String... needed) throws SQLException {
        DjangoTable table = find(django, name)
                .orElseThrow(() -> new IllegalStateException("there is no table " + name + " in Django's database"));
        for (String column : needed) {
            if (!table.has(column)) {
                throw new IllegalStateException("the table " + name + " in Django's database has no column " + column);
            }
        }
        return table;
    }

    /** Returns a table if it exists. Must be called outside a transaction, because a missing table would doom it. */
    static Optional<DjangoTable> find(ImportSql django, String name) throws SQLException {
        for (String quoted : new TableName(name).quoted(django.connection().getMetaData())) {
            try (Statement statement = django.connection().createStatement()) {
                ResultSetMetaData metaData = statement
                        .executeQuery("select * from " + quoted + " where 1 = 0")
                        .getMetaData();
                return Optional.of(new DjangoTable(name, quoted, columns(metaData)));
            } catch (SQLException e) {
                if (!saysMissing(e)) {
                    throw e;
                }
            }
        }
        return Optional.empty();
    }

    private static Map<String, Column> columns(ResultSetMetaData metaData) throws SQLException {
        Map<String, Column> columns = new HashMap<>();
        for (int i = 1; i <= metaData.getColumnCount(); i++) {
            columns.put(
                    metaData.getColumnLabel(i).toLowerCase(Locale.ROOT),
                    new Column(metaData.getColumnType(i), metaData.getColumnTypeName(i)));
        }
        return columns;
    }

    private static boolean saysMissing(SQLException e) {
        String state = String.valueOf(e.getSQLState());
        // The states of PostgreSQL (table, schema) and of the others; SQLite has none.
        return state.equals("42P01")
                || state.equals("3F000")
                || state.startsWith("42S0")
                || state.equals("90079")
                || String.valueOf(e.getMessage()).contains("no such table");
    }

    boolean has(String column) {
        return columns.containsKey(column);
    }

    /** Refuses ids that are no integers, such as UUIDs. */
    DjangoTable requireIntegerIds() {
        Column id = columns.get(ID);
        if (id != null && NO_NUMBERS.contains(id.type())) {
            throw new IllegalStateException("the ids in the table " + name + " of Django's database have the type "
                    + id.typeName() + ": only rows with integer ids can be imported, because they keep their ids."
                    + " docs/django.md shows a view that gives them integers.");
        }
        return this;
    }

    /**
     * Returns the column with the id of the user, in a table that joins users with something else. Django names it
     * after the model.
     */
    String userColumn(String otherColumn) {
        if (has("user_id")) {
            return "user_id";
        }
        List<String> candidates = columns.keySet().stream()
                .filter(column -> column.endsWith("_id") && !column.equals(otherColumn) && !column.equals(ID))
                .toList();
        if (candidates.size() != 1) {
            throw new IllegalStateException(
                    "cannot tell which column of " + name + " in Django's database is the id of the user");
        }
        return candidates.get(0);
    }
}
