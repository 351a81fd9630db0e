package dev.accounts.jpa.internal.schema;

import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Checks that tables are as the script creates them, as far as the stores depend on it. */
record TableCheck(SchemaScript script, PresentSchema present) {

    /** The remedy for a table that lacks something. */
    static final String COMPLETE = ". AccountSchema.of(dataSource).createIfMissing() adds what is missing. Where"
            + " Hibernate creates the tables anew, call it after the persistence unit is built.";

    private static final String IN_MEMORY =
            " An H2 database in memory loses its tables with its last connection, unless its URL sets DB_CLOSE_DELAY=-1.";

    /** The remedy for missing rights. */
    static final String GRANT =
            ". Grant the database user the right to read and write the tables of the account library.";

    /**
     * Explains why the tables cannot be read.
     *
     * @param error the message of the database
     */
    String whyUnreadable(String error) {
        return new UnfitTables(script, present)
                .problem()
                .or(() -> missingTables(error))
                .orElseGet(() -> "The tables of the account library exist, but " + error + GRANT);
    }

    private Optional<String> missingTables(String error) {
        List<String> missing = script.tables().stream()
                .flatMap(table -> table.missingIn(present))
                .toList();
        if (missing.isEmpty()) {
            return Optional.empty();
        }
        boolean all = missing.size() == script.tables().size();
        return Optional.of((all ? "The tables" : "Tables") + " of the account library are missing in the schema "
                + present.place().name() + (all ? "" : ": " + String.join(", ", missing)) + " (" + error
                + "). Run what has not run yet of "
                + script
                + " in the account-jpa jar, or call AccountSchema.of(dataSource).createIfMissing(). Where Hibernate"
                + " validates the schema, do so before the persistence unit is built."
                + (all && script.product().equals("h2") ? IN_MEMORY : ""));
    }

    /** Returns what is wrong with tables that can be read, if anything. */
    Optional<String> problem() throws SQLException {
        Optional<String> unfit = new UnfitTables(script, present).problem();
        return unfit.isPresent() ? unfit : missingKey();
    }

    private Optional<String> missingKey() throws SQLException {
        for (ScriptTable table : script.tables()) {
            Optional<String> missing = missingKey(table);
            if (missing.isPresent()) {
                return missing.map(text -> table.name() + "." + text + COMPLETE);
            }
        }
        return Optional.empty();
    }

    /**
     * Finds a missing key. Only unique keys prevent two users with one name, and only foreign keys delete what belongs
     * to a user.
     */
    private Optional<String> missingKey(ScriptTable table) throws SQLException {
        Collection<Set<String>> unique = present.indexes(table.name(), true).values();
        Set<String> foreign = foreignKeys(table.name());
        for (ScriptConstraint key : table.constraints()) {
            if (key.isUnique() && !unique.contains(key.columns())) {
                return Optional.of(String.join(", ", key.columns()) + " has no unique key");
            }
            if (key.isForeignKey() && !foreign.contains(foreignKey(key))) {
                return Optional.of(String.join(", ", key.columns()) + " has no foreign key to " + key.references()
                        + (key.cascades() ? " with on delete cascade" : ""));
            }
        }
        return Optional.empty();
    }

    private static String foreignKey(ScriptConstraint key) {
        return key.columns() + " " + key.references() + " " + key.cascades();
    }

    private Set<String> foreignKeys(String table) throws SQLException {
        SchemaPlace place = present.place();
        Set<String> keys = new HashSet<>();
        try (ResultSet rows = present.connection()
                .getMetaData()
                .getImportedKeys(place.catalog(), place.schema(), place.asKept(table))) {
            while (rows.next()) {
                keys.add(Set.of(PresentSchema.lowerCase(rows.getString("FKCOLUMN_NAME"))) + " "
                        + PresentSchema.lowerCase(rows.getString("PKTABLE_NAME")) + " "
                        + (rows.getShort("DELETE_RULE") == DatabaseMetaData.importedKeyCascade));
            }
        }
        return keys;
    }
}
