package dev.accounts.jpa.internal.django;

import java.sql.SQLException;
import java.util.Optional;

/**
 * The tables of a Django application that hold its accounts. Their names are quoted.
 *
 * @param user the table of users
 * @param hasDaysCount whether the table of users has a number of days
 * @param userGroups the table that joins users with groups
 * @param userPermissions the table that joins users with permissions
 * @param towns the tables of towns, if towns are imported
 * @param others the tables whose names Django or an application chooses itself
 */
public record DjangoTables(
        String user,
        boolean hasDaysCount,
        Joins userGroups,
        Joins userPermissions,
        Optional<Towns> towns,
        Others others) {

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

    /** A column that the table of users of this library has, and Django's has not. */
    private static final String OWN_COLUMN = "username_key";

    /**
     * A table that joins users with something else.
     *
     * @param table its name
     * @param userColumn the column with the id of the user
     * @param otherColumn the column with the id of the other row
     */
    public record Joins(String table, String userColumn, String otherColumn) {

        private static Joins of(DjangoTable table, String otherColumn) {
            return new Joins(table.sql(), table.userColumn(otherColumn), otherColumn);
        }
    }

    /**
     * The tables of towns.
     *
     * @param town the table of towns
     * @param country the table of countries
     * @param ofUsers the table that joins users with towns, if it exists
     */
    public record Towns(String town, String country, Optional<Joins> ofUsers) {}

    /**
     * The tables of groups, permissions and tokens, and those of other libraries.
     *
     * @param group the table of groups
     * @param permission the table of permissions
     * @param contentType the table of the models that permissions are about
     * @param groupPermission the table that joins groups with permissions
     * @param token the table of tokens, if it exists
     * @param knoxToken the table of knox's tokens, if it exists
     * @param emailAddress the table of allauth's addresses, if it exists
     */
    public record Others(
            String group,
            String permission,
            String contentType,
            String groupPermission,
            Optional<String> token,
            Optional<String> knoxToken,
            Optional<String> emailAddress) {}

    /** Finds the tables. Must be called outside a transaction. */
    public static DjangoTables find(ImportSql django, DjangoSource source) throws SQLException {
        String user = source.userTable();
        DjangoTable.find(django, user).ifPresent(DjangoTables::requireForeign);
        DjangoTable users = DjangoTable.require(django, user, USER_COLUMNS).requireIntegerIds();
        DjangoTable groups = DjangoTable.require(django, user + "_groups", GROUP_ID);
        DjangoTable permissions = DjangoTable.require(django, user + "_user_permissions", PERMISSION_ID);
        return new DjangoTables(
                users.sql(),
                users.has("days_count"),
                Joins.of(groups, GROUP_ID),
                Joins.of(permissions, PERMISSION_ID),
                towns(django, source),
                others(django, source));
    }

    private static void requireForeign(DjangoTable users) {
        if (users.has(OWN_COLUMN)) {
            throw new IllegalStateException("the table " + users.name()
                    + " is the one of the account library, not Django's."
                    + " If Django's has the same name, name it with its schema, such as public." + users.name() + ".");
        }
    }

    private static Optional<Towns> towns(ImportSql django, DjangoSource source) throws SQLException {
        if (source.townTables().isEmpty()) {
            return Optional.empty();
        }
        DjangoSource.TownTables towns = source.townTables().get();
        DjangoTable town = DjangoTable.require(django, towns.towns(), "id", "name", "lon", "lat", "country_id")
                .requireIntegerIds();
        DjangoTable country = DjangoTable.require(django, towns.countries(), "id", "name");
        Optional<Joins> ofUsers =
                DjangoTable.find(django, source.userTable() + "_towns").map(table -> Joins.of(table, TOWN_ID));
        return Optional.of(new Towns(town.sql(), country.sql(), ofUsers));
    }

    private static Others others(ImportSql django, DjangoSource source) throws SQLException {
        return new Others(
                DjangoTable.require(django, source.djangoTable("auth_group"), "id", "name")
                        .sql(),
                DjangoTable.require(django, source.djangoTable("auth_permission"), "id", "content_type_id", "codename")
                        .sql(),
                DjangoTable.require(django, source.djangoTable("django_content_type"), "id", "app_label", "model")
                        .sql(),
                DjangoTable.require(django, source.djangoTable("auth_group_permissions"), GROUP_ID, PERMISSION_ID)
                        .sql(),
                DjangoTable.find(django, source.djangoTable("authtoken_token")).map(DjangoTable::sql),
                DjangoTable.find(django, source.djangoTable("knox_authtoken")).map(DjangoTable::sql),
                DjangoTable.find(django, source.djangoTable("account_emailaddress"))
                        .filter(table -> table.has("user_id") && table.has("email") && table.has("verified"))
                        .map(DjangoTable::sql));
    }
}
