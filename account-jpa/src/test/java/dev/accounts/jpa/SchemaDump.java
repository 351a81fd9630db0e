package dev.accounts.jpa;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import javax.sql.DataSource;

/** What a database says of its tables: columns, keys, checks and indexes, in an order that does not depend on their making. */
final class SchemaDump {

    private static final String COLUMNS = """
            select 'column', table_name, column_name, data_type, character_maximum_length, collation_name,
                is_nullable, column_default, numeric_precision, datetime_precision
            from information_schema.columns where table_schema = ?""";

    /** Databases name primary keys and what keeps out nulls as they like. */
    private static final String CONSTRAINTS = """
            select 'constraint', table_name, constraint_name, constraint_type
            from information_schema.table_constraints where table_schema = ?
            and constraint_type <> 'PRIMARY KEY' and lower(constraint_name) like 'account%'
            and lower(constraint_name) not like '%not_null'""";

    private final Connection connection;
    private final String schema;
    private final TreeSet<String> lines = new TreeSet<>();

    private SchemaDump(Connection connection) throws SQLException {
        this.connection = connection;
        this.schema = connection.getSchema() == null ? connection.getCatalog() : connection.getSchema();
    }

    static List<String> of(DataSource dataSource) {
        try (Connection connection = dataSource.getConnection()) {
            SchemaDump dump = new SchemaDump(connection);
            dump.query(COLUMNS);
            dump.query(CONSTRAINTS);
            dump.keysAndIndexes();
            return List.copyOf(dump.lines);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void query(String sql) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            statement.setString(1, schema);
            ResultSet rows = statement.executeQuery();
            while (rows.next()) {
                List<String> cells = new ArrayList<>();
                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    cells.add(String.valueOf(rows.getString(i)));
                }
                add(String.join(" ", cells));
            }
        }
    }

    private void keysAndIndexes() throws SQLException {
        DatabaseMetaData database = connection.getMetaData();
        for (String table : tables(database)) {
            try (ResultSet rows = database.getPrimaryKeys(connection.getCatalog(), connection.getSchema(), table)) {
                while (rows.next()) {
                    add("key " + table + " " + rows.getString("COLUMN_NAME"));
                }
            }
            try (ResultSet rows = database.getImportedKeys(connection.getCatalog(), connection.getSchema(), table)) {
                while (rows.next()) {
                    add("foreign key " + table + " " + rows.getString("FKCOLUMN_NAME") + " "
                            + rows.getString("PKTABLE_NAME") + " " + rows.getShort("DELETE_RULE"));
                }
            }
            indexes(database, table);
        }
    }

    /** Only H2 adds indexes for keys that have one already, and ends the names of its own with digits. */
    private void indexes(DatabaseMetaData database, String table) throws SQLException {
        try (ResultSet rows =
                database.getIndexInfo(connection.getCatalog(), connection.getSchema(), table, false, true)) {
            while (rows.next()) {
                String name = String.valueOf(rows.getString("INDEX_NAME"));
                if (!name.matches("(?i)PRIMARY.*|.*_pk|.*_pkey|.*_fk_INDEX_.*")) {
                    add("index " + table + " " + name.replaceAll("_INDEX_.*", "") + " " + rows.getString("COLUMN_NAME")
                            + " " + rows.getShort("ORDINAL_POSITION") + " " + rows.getBoolean("NON_UNIQUE"));
                }
            }
        }
    }

    private List<String> tables(DatabaseMetaData database) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (ResultSet rows = database.getTables(connection.getCatalog(), connection.getSchema(), null, null)) {
            while (rows.next()) {
                if (rows.getString("TABLE_NAME").toLowerCase(Locale.ROOT).startsWith("account")) {
                    tables.add(rows.getString("TABLE_NAME"));
                }
            }
        }
        return tables;
    }

    private void add(String line) {
        lines.add(line.toLowerCase(Locale.ROOT));
    }
}
