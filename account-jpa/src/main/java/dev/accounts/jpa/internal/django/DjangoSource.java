package dev.accounts.jpa.internal.django;

import java.time.ZoneId;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where Django keeps its accounts.
 *
 * @param userTable the table of the user model
 * @param userModel the user model, if the host names it
 * @param townTables the tables of towns and countries, if towns are imported
 * @param zone the zone of times without one
 */
public record DjangoSource(
        String userTable, Optional<UserModel> userModel, Optional<TownTables> townTables, ZoneId zone) {

    private static final Pattern TABLE = Pattern.compile("(?:[A-Za-z_][A-Za-z0-9_]*\\.)?[A-Za-z_][A-Za-z0-9_]*");

    /**
     * The tables of towns and of their countries.
     *
     * @param towns the table of towns
     * @param countries the table of countries
     */
    public record TownTables(String towns, String countries) {}

    /** Refuses a text that is more than the name of a table, because statements contain it. */
    public static String requireTable(String setting, String name) {
        if (!TABLE.matcher(name).matches()) {
            throw new IllegalArgumentException(setting + " must be the name of a table: " + name);
        }
        return name;
    }

    /** Returns the name of a table that Django itself names, in the schema of the users. */
    String djangoTable(String name) {
        return userTable.substring(0, userTable.lastIndexOf('.') + 1) + name;
    }

    String bareUserTable() {
        return userTable.substring(userTable.lastIndexOf('.') + 1);
    }
}
