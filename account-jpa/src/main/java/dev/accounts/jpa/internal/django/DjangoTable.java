package dev.accounts.jpa.internal.django;

import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A table of Django's database.
 *
 * @param name its name
 * @param columns the names of its columns, in lower case
 */
public record DjangoTable(String name, Set<String> columns) {

    private static final String ID = "id";

    /** Returns a table, and checks that it has the needed columns. */
    static DjangoTable require(ImportSql django, String name, String... needed) throws SQLException {
        DjangoTable table = find(django, name)
                .orElseThrow(() -> new IllegalStateException("there is no table " + name + " in Django's database"));
        for (String column : needed) {
            if (!table.columns.contains(column)) {
                throw new IllegalStateException("the table " + name + " in Django's database has no column " + column);
            }
        }
        return table;
    }

    /** Returns a table if it exists. Must be called outside a transaction, because a missing table would doom it. */
    static Optional<DjangoTable> find(ImportSql django, String name) throws SQLException {
        try (Statement statement = django.connection().createStatement()) {
            ResultSetMetaData metaData = statement
                    .executeQuery("select * from " + name + " where 1 = 0")
                    .getMetaData();
            Set<String> columns = new HashSet<>();
            for (int i = 1; i <= metaData.getColumnCount(); i++) {
                columns.add(metaData.getColumnLabel(i).toLowerCase(Locale.ROOT));
            }
            return Optional.of(new DjangoTable(name, columns));
        } catch (SQLException e) {
            if (saysMissing(e)) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private static boolean saysMissing(SQLException e) {
        String state = String.valueOf(e.getSQLState());
        // The states of PostgreSQL and of the others; SQLite has none.
        return state.equals("42P01")
                || state.startsWith("42S0")
                || String.valueOf(e.getMessage()).contains("no such table");
    }

    /**
     * Returns the column with the id of the user, in a table that joins users with something else. Django names it
     * after the model.
     */
    String userColumn(String otherColumn) {
        if (columns.contains("user_id")) {
            return "user_id";
        }
        List<String> candidates = columns.stream()
                .filter(column -> column.endsWith("_id") && !column.equals(otherColumn) && !column.equals(ID))
                .toList();
        if (candidates.size() != 1) {
            throw new IllegalStateException(
                    "cannot tell which column of " + name + " in Django's database is the id of the user");
        }
        return candidates.get(0);
    }
}
