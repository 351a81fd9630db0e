package dev.accounts.jpa.internal.django;

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
public record DjangoTables(
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
    public record Joins(String table, String userColumn, String otherColumn) {

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
    public record Roles(String group, String permission, String contentType, String groupPermission) {}

    /** Finds the tables. Must be called outside a transaction. */
    public static DjangoTables find(ImportSql django, DjangoSource source) throws SQLException {
        String user = source.userTable();
        DjangoTable users = DjangoTable.require(django, user, USER_COLUMNS);
        DjangoTable groups = DjangoTable.require(django, user + "_groups", GROUP_ID);
        DjangoTable permissions = DjangoTable.require(django, user + "_user_permissions", PERMISSION_ID);
        return new DjangoTables(
                user,
                users.columns().contains("days_count"),
                Joins.of(groups, GROUP_ID),
                Joins.of(permissions, PERMISSION_ID),
                userTowns(django, source),
                DjangoTable.find(django, source.djangoTable("authtoken_token")).map(DjangoTable::name),
                roles(django, source));
    }

    private static Optional<Joins> userTowns(ImportSql django, DjangoSource source) throws SQLException {
        if (source.townTables().isEmpty()) {
            return Optional.empty();
        }
        DjangoSource.TownTables towns = source.townTables().get();
        DjangoTable.require(django, towns.towns(), "id", "name", "lon", "lat", "country_id");
        DjangoTable.require(django, towns.countries(), "id", "name");
        return DjangoTable.find(django, source.userTable() + "_towns").map(table -> Joins.of(table, TOWN_ID));
    }

    private static Roles roles(ImportSql django, DjangoSource source) throws SQLException {
        return new Roles(
                DjangoTable.require(django, source.djangoTable("auth_group"), "id", "name")
                        .name(),
                DjangoTable.require(django, source.djangoTable("auth_permission"), "id", "content_type_id", "codename")
                        .name(),
                DjangoTable.require(django, source.djangoTable("django_content_type"), "id", "app_label")
                        .name(),
                DjangoTable.require(django, source.djangoTable("auth_group_permissions"), GROUP_ID, PERMISSION_ID)
                        .name());
    }

    public String group() {
        return others.group();
    }

    public String permission() {
        return others.permission();
    }

    public String contentType() {
        return others.contentType();
    }

    public String groupPermission() {
        return others.groupPermission();
    }
}
