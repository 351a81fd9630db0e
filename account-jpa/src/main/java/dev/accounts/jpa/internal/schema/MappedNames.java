package dev.accounts.jpa.internal.schema;

import dev.accounts.jpa.internal.entity.OwnPersistenceUnit;
import dev.accounts.jpa.internal.entity.TableNames;
import jakarta.persistence.Table;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Checks that a persistence unit uses the names of the script: the host's settings may replace or quote them. */
record MappedNames(TableNames unit, List<ScriptTable> tables, SchemaPlace place, DatabaseMetaData database) {

    private static final String OWN_UNIT = " Or call JpaAccountStores.over(dataSource), which builds its own unit.";

    private static final String KEEP =
            ". Let hibernate.physical_naming_strategy keep the names that begin with account_,"
                    + " and the columns of these tables." + OWN_UNIT;

    private static final String QUOTED =
            ", while the database keeps the unquoted names of the script in upper case. Set"
                    + " hibernate.globally_quoted_identifiers to false, or let H2 keep unquoted names in lower case by"
                    + " DATABASE_TO_LOWER=TRUE in its URL." + OWN_UNIT;

    static MappedNames of(TableNames unit, Connection connection) throws SQLException {
        return new MappedNames(
                unit, SchemaScript.of(connection).tables(), SchemaPlace.of(connection), connection.getMetaData());
    }

    /** Returns the first name that differs and what to do about it; empty if none does. */
    Optional<String> problem() throws SQLException {
        for (Class<?> entity : OwnPersistenceUnit.ENTITIES) {
            String table = entity.getAnnotation(Table.class).name();
            String mapped = unit.of(entity).replaceFirst("^.*\\.", "");
            if (!isSame(table, mapped)) {
                boolean onlyQuoted = bare(mapped).equals(table);
                return Optional.of("The persistence unit looks for the table " + mapped + " in place of " + table
                        + (onlyQuoted ? QUOTED : KEEP));
            }
            Optional<String> column = unknownColumn(table, unit.columns(entity));
            if (column.isPresent()) {
                return column.map(name -> "The persistence unit looks for the column " + name + " in " + table
                        + ", which the script does not create" + KEEP);
            }
        }
        return Optional.empty();
    }

    /** As the database compares names. */
    private boolean isSame(String name, String mapped) throws SQLException {
        String bare = bare(mapped);
        return bare.equals(mapped)
                ? isSame(place.asKept(name), place.asKept(bare), database.supportsMixedCaseIdentifiers())
                : isSame(place.asKept(name), bare, database.supportsMixedCaseQuotedIdentifiers());
    }

    private static boolean isSame(String kept, String other, boolean exactly) {
        return exactly ? kept.equals(other) : kept.equalsIgnoreCase(other);
    }

    private Optional<String> unknownColumn(String name, Set<String> mapped) {
        return tables.stream()
                .filter(table -> table.name().equals(name))
                .flatMap(table -> mapped.stream()
                        .filter(column ->
                                !table.columns().containsKey(bare(column).toLowerCase(Locale.ROOT))))
                .sorted()
                .findFirst();
    }

    private static String bare(String mapped) {
        return mapped.replaceAll("[\"`]", "");
    }
}
