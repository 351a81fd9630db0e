package dev.accounts.jpa.django;

import dev.accounts.internal.text.AccountNames.Name;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where things are in Django's database, and what is to become of them.
 *
 * @param userTable the table of the user model
 * @param townTables those of towns and countries, if there are any
 * @param emailsVerified whether addresses count as verified
 * @param tokenLifetime how long tokens live from the import on
 * @param renames names to be used instead, by ids of users
 */
record ImportSettings(
        String userTable,
        Optional<TownTables> townTables,
        boolean emailsVerified,
        Duration tokenLifetime,
        Map<Long, Name> renames) {

    private static final Pattern TABLE = Pattern.compile("(?:[A-Za-z_][A-Za-z0-9_]*\\.)?[A-Za-z_][A-Za-z0-9_]*");

    /**
     * The tables of towns.
     *
     * @param towns that of towns
     * @param countries that of countries
     */
    record TownTables(String towns, String countries) {}

    /** Refuses what would be more than a name in a statement. */
    static String requireTable(String setting, String name) {
        if (!TABLE.matcher(name).matches()) {
            throw new IllegalArgumentException(setting + " must be the name of a table: " + name);
        }
        return name;
    }

    Optional<Name> rename(long userId) {
        return Optional.ofNullable(renames.get(userId));
    }

    /** A table that Django itself names, in the schema of the users. */
    String djangoTable(String name) {
        return userTable.substring(0, userTable.lastIndexOf('.') + 1) + name;
    }
}
