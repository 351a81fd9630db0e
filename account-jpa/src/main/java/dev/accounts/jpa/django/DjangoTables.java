package dev.accounts.jpa.django;

import java.sql.SQLException;
import java.util.Optional;

/**
 * The tables of a Django application that accounts are in, found there and looked at once.
 *
 * @param user of the users
 * @param hasDaysCount whether users have a number of days
 * @param userGroups what joins users with groups
 * @param userPermissions what joins users with permissions
 * @param userTowns what joins users with towns, if there are any
 * @param token of the tokens, if there are any
 * @param others those whose names Django gives
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
     * @param otherColumn the column with the id of the other
     */
    record Joins(String table, String userColumn, String otherColumn) {

        private static Joins of(DjangoTable table, String otherColumn) {
            return new Joins(table.name(), table.userColumn(otherColumn), otherColumn);
        }
    }

    /**
     * The tables of groups and permissions.
     *
     * @param group of the groups
     * @param permission of the permissions
     * @param contentType of what they are about
     * @param groupPermission what joins groups with permissions
     */
    record Roles(String group, String permission, String contentType, String groupPermission) {}

    /** Finds the tables, outside of a transaction. */
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
