package dev.accounts.jpa.django;

import java.sql.SQLException;
import java.util.Optional;

/**
 * The tables of a Django application that hold its accounts.
 *
 * @param user the table of users
 * @param hasDaysCount whether the table of users has a number of days
 * @param userGroups the table that joins users with groups
 * @param userPermissions the table that joins users with permissions
 * @param userTowns the table that joins users with towns, if it exists
 * @param token the table of tokens, if it exists
 * @param others the tables whose names Django chooses itself
 */
record DjangoTables(
        String user,
        boolean hasDaysCount,
        Joins userGroups,
        Joins userPermissions,
        Optional<Joins> userTowns,
        Optional<String> token,
        Roles others) {

    private static final String[] USER_COLUMNS = {
        "id",
        "username",
        "password",
        "email",
        "first_name",
        "last_name",
        "is_active",
        "is_staff",
        "is_superuser",
        "date_joined",
        "last_login"
    };

    private static final String GROUP_ID = "group_id";
    private static final String PERMISSION_ID = "permission_id";
    private static final String TOWN_ID = "town_id";

    /**
     * A table that joins users with something else.
     *
     * @param table its name
     * @param userColumn the column with the id of the user
     * @param otherColumn the column with the id of the other row
     */
    record Joins(String table, String userColumn, String otherColumn) {

        private static Joins of(DjangoTable table, String otherColumn) {
            return new Joins(table.name(), table.userColumn(otherColumn), otherColumn);
        }
    }

    /**
     * The tables of groups and permissions.
     *
     * @param group the table of groups
     * @param permission the table of permissions
     * @param contentType the table of the models that permissions are about
     * @param groupPermission the table that joins groups with permissions
     */
    record Roles(String group, String permission, String contentType, String groupPermission) {}

    /** Finds the tables. Must be called outside a transaction. */
    static DjangoTables find(ImportSql django, ImportSettings settings) throws SQLException {
        String user = settings.userTable();
        DjangoTable users = DjangoTable.require(django, user, USER_COLUMNS);
        DjangoTable groups = DjangoTable.require(django, user + "_groups", GROUP_ID);
        DjangoTable permissions = DjangoTable.require(django, user + "_user_permissions", PERMISSION_ID);
        return new DjangoTables(
                user,
                users.columns().contains("days_count"),
                Joins.of(groups, GROUP_ID),
                Joins.of(permissions, PERMISSION_ID),
                userTowns(django, settings),
                DjangoTable.find(django, settings.djangoTable("authtoken_token"))
                        .map(DjangoTable::name),
                roles(django, settings));
    }

    private static Optional<Joins> userTowns(ImportSql django, ImportSettings settings) throws SQLException {
        if (settings.townTables().isEmpty()) {
            return Optional.empty();
        }
        ImportSettings.TownTables towns = settings.townTables().get();
        DjangoTable.require(django, towns.towns(), "id", "name", "lon", "lat", "country_id");
        DjangoTable.require(django, towns.countries(), "id", "name");
        return DjangoTable.find(django, settings.userTable() + "_towns").map(table -> Joins.of(table, TOWN_ID));
    }

    private static Roles roles(ImportSql django, ImportSettings settings) throws SQLException {
        return new Roles(
                DjangoTable.require(django, settings.djangoTable("auth_group"), "id", "name")
                        .name(),
                DjangoTable.require(
                                django, settings.djangoTable("auth_permission"), "id", "content_type_id", "codename")
                        .name(),
                DjangoTable.require(django, settings.djangoTable("django_content_type"), "id", "app_label")
                        .name(),
                DjangoTable.require(django, settings.djangoTable("auth_group_permissions"), GROUP_ID, PERMISSION_ID)
                        .name());
    }

    String group() {
        return others.group();
    }

    String permission() {
        return others.permission();
    }

    String contentType() {
        return others.contentType();
    }

    String groupPermission() {
        return others.groupPermission();
    }
}
