package dev.accounts.jpa.internal.django;

import static java.util.stream.Collectors.joining;

import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The name of a table, optionally after a schema and a dot.
 *
 * @param text the name as the host gives it
 */
record TableName(String text) {

    /**
     * Returns the quoted names to look for: as given, and as the database keeps unquoted names. Quoted names may be
     * keywords, and keep their capitals.
     */
    Set<String> quoted(DatabaseMetaData database) throws SQLException {
        String quote = database.getIdentifierQuoteString().strip();
        Set<String> spellings = new LinkedHashSet<>();
        spellings.add(text);
        if (database.storesUpperCaseIdentifiers()) {
            spellings.add(text.toUpperCase(Locale.ROOT));
        } else if (database.storesLowerCaseIdentifiers()) {
            spellings.add(text.toLowerCase(Locale.ROOT));
        }
        Set<String> quoted = new LinkedHashSet<>();
        spellings.forEach(spelling -> quoted.add(Stream.of(spelling.split("\\.", -1))
                .map(part -> quote + part + quote)
                .collect(joining("."))));
        return quoted;
    }
}
