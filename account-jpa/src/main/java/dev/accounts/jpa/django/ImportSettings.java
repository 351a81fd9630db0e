package dev.accounts.jpa.django;

import dev.accounts.internal.text.AccountNames.Name;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where Django keeps its data, and how to import it.
 *
 * @param userTable the table of the user model
 * @param townTables the tables of towns and countries, if towns are imported
 * @param emailsVerified whether addresses count as verified
 * @param tokenLifetime how long tokens live, from the import on
 * @param renames the new names, by user id
 */
record ImportSettings(
        String userTable,
        Optional<TownTables> townTables,
        boolean emailsVerified,
        Duration tokenLifetime,
        Map<Long, Name> renames) {

    private static final Pattern TABLE = Pattern.compile("(?:[A-Za-z_][A-Za-z0-9_]*\\.)?[A-Za-z_][A-Za-z0-9_]*");

    /**
     * The tables of towns and of their countries.
     *
     * @param towns the table of towns
     * @param countries the table of countries
     */
    record TownTables(String towns, String countries) {}

    /** Refuses a text that is more than the name of a table, because statements contain it. */
    static String requireTable(String setting, String name) {
        if (!TABLE.matcher(name).matches()) {
            throw new IllegalArgumentException(setting + " must be the name of a table: " + name);
        }
        return name;
    }

    Optional<Name> rename(long userId) {
        return Optional.ofNullable(renames.get(userId));
    }

    /** Returns the name of a table that Django itself names, in the schema of the users. */
    String djangoTable(String name) {
        return userTable.substring(0, userTable.lastIndexOf('.') + 1) + name;
    }
}
