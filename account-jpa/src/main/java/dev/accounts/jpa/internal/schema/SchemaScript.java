package dev.accounts.jpa.internal.schema;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The scripts that create the tables in one kind of database, with the tables that they declare.
 *
 * @param product the name of the database in lower case, which is also the name of the folder in the jar
 * @param tables the tables in the order in which the scripts create them
 * @param guardRow the statement that inserts the row which serialises decisions about superusers
 */
public record SchemaScript(String product, List<ScriptTable> tables, String guardRow) {

    private static final List<String> NAMES = List.of("V1__accounts.sql", "V2__second_factors.sql");
    private static final List<String> PRODUCTS = List.of("postgresql", "mariadb", "mysql", "h2");
    private static final Pattern COMMENT_LINE = Pattern.compile("(?m)^--.*$");

    /** Returns the scripts for a database; throws {@link IllegalStateException} for an unsupported database. */
    public static SchemaScript of(Connection connection) throws SQLException {
        String product = connection.getMetaData().getDatabaseProductName().toLowerCase(Locale.ROOT);
        if (!PRODUCTS.contains(product)) {
            throw new IllegalStateException("the account library has no script for the database " + product
                    + "; it supports " + String.join(", ", PRODUCTS));
        }
        return parse(
                product,
                NAMES.stream().map(name -> text(folder(product) + name)).collect(joining()));
    }

    private static SchemaScript parse(String product, String text) {
        List<String> statements = Stream.of(
                        COMMENT_LINE.matcher(text).replaceAll("").split(";", -1))
                .map(String::strip)
                .filter(sql -> !sql.isEmpty())
                .toList();
        String guardRow = statements.stream()
                .filter(sql -> sql.startsWith("insert into account_guard"))
                .collect(joining());
        return new SchemaScript(product, ScriptTable.allOf(statements), guardRow);
    }

    /** Returns why the tables cannot be written, and what to do about it; empty if the script has run. */
    public Optional<String> problem(Connection connection) throws SQLException {
        PresentSchema present = PresentSchema.under(connection);
        return new UnfitTables(this, present)
                .problem()
                .or(() -> tables.stream()
                        .flatMap(table -> table.missingIn(present))
                        .findFirst()
                        .map(name -> "there is no " + name + " to import into: run what has not run yet of " + this
                                + " in the account-jpa jar, or call AccountSchema.of(dataSource).createIfMissing()"));
    }

    /** Returns whether the script sets collations that compare exactly, where those that Hibernate sets would not. */
    boolean setsCollations() {
        return product.equals("mariadb") || product.equals("mysql");
    }

    private static String folder(String product) {
        return "dev/accounts/jpa/schema/" + product + "/";
    }

    private static String text(String path) {
        try (InputStream script = SchemaScript.class.getClassLoader().getResourceAsStream(path)) {
            if (script == null) {
                throw new IllegalStateException(path + " is missing in the jar");
            }
            return new String(script.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the names and the folder of the scripts, for messages. */
    @Override
    public String toString() {
        return String.join(" and ", NAMES) + " of the folder " + folder(product);
    }
}
