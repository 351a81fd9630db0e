package dev.accounts.jpa.internal.schema;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A script that creates tables in one kind of database.
 *
 * @param path where it is in the jar
 * @param lastTable the table that it creates last
 */
public record SchemaScript(String path, String lastTable) {

    private static final String V1 = "V1__accounts.sql";

    private static final Pattern COMMENT_LINE = Pattern.compile("(?m)^--.*$");

    /** All scripts for a database, in the order in which they are run. */
    public static List<SchemaScript> allFor(Connection connection) throws SQLException {
        String product = product(connection);
        return switch (product) {
            case "postgresql", "mariadb", "mysql", "h2" ->
                List.of(new SchemaScript(folder(product) + V1, "account_guard"));
            default -> throw new IllegalStateException("there is no script for the database " + product);
        };
    }

    /** Which scripts to run for a database, and where they are in the jar, in words. */
    public static String namesFor(Connection connection) throws SQLException {
        return V1 + " of the folder " + folder(product(connection));
    }

    private static String folder(String product) {
        return "dev/accounts/jpa/schema/" + product + "/";
    }

    /** A name of the scripts in the case in which the database keeps it. */
    static String asKept(String name, DatabaseMetaData database) throws SQLException {
        return database.storesUpperCaseIdentifiers() ? name.toUpperCase(Locale.ROOT) : name;
    }

    private static String product(Connection connection) throws SQLException {
        return connection.getMetaData().getDatabaseProductName().toLowerCase(Locale.ROOT);
    }

    /** Whether it was run. */
    public boolean hasRun(Connection connection) throws SQLException {
        DatabaseMetaData database = connection.getMetaData();
        String table = asKept(lastTable, database);
        try (ResultSet tables = database.getTables(
                connection.getCatalog(), connection.getSchema(), table, new String[] {"TABLE", "BASE TABLE"})) {
            return tables.next();
        }
    }

    /** Runs it in one transaction, which of these databases only PostgreSQL can undo as a whole. */
    public void run(Connection connection) throws SQLException {
        boolean autoCommit = connection.getAutoCommit();
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            for (String sql : COMMENT_LINE.matcher(text()).replaceAll("").split(";\\s*", -1)) {
                if (!sql.isBlank()) {
                    statement.execute(sql);
                }
            }
            connection.commit();
        } catch (SQLException e) {
            connection.rollback();
            throw e;
        } finally {
            connection.setAutoCommit(autoCommit);
        }
    }

    private String text() {
        try (InputStream script = SchemaScript.class.getClassLoader().getResourceAsStream(path)) {
            if (script == null) {
                throw new IllegalStateException(path + " is missing in the jar");
            }
            return new String(script.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
