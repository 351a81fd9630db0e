package dev.accounts.jpa.beside;

import dev.accounts.jpa.database.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** The names of the tables in a database, in lower case. */
final class Tables {

    static final Set<String> OF_THE_SCRIPT = Stream.concat(TestDatabase.TABLES.stream(), Stream.of("account_guard"))
            .collect(Collectors.toCollection(TreeSet::new));

    private Tables() {}

    /** In the schema of the connections. */
    static Set<String> of(DataSource dataSource) throws SQLException {
        Set<String> names = new TreeSet<>();
        try (Connection connection = dataSource.getConnection();
                ResultSet rows = connection
                        .getMetaData()
                        .getTables(connection.getCatalog(), connection.getSchema(), null, new String[] {
                            "TABLE", "BASE TABLE"
                        })) {
            while (rows.next()) {
                names.add(rows.getString("TABLE_NAME").toLowerCase(Locale.ROOT));
            }
        }
        return names;
    }

    static Set<String> ofTheLibrary(DataSource dataSource) throws SQLException {
        return of(dataSource).stream()
                .filter(name -> name.startsWith("account"))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
