package dev.accounts.jpa.django;

import dev.accounts.jpa.internal.django.ImportSql;
import dev.accounts.jpa.internal.django.StateDigest;
import dev.accounts.jpa.internal.transaction.UtcTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * An account as it is here, with its links. The text form hides its values.
 *
 * @param id the id
 * @param version how many changes the account has seen
 * @param values the values of the columns as texts, by column
 * @param links the ids of groups, permissions and towns, by the names of Django's fields
 */
record AccountRow(long id, long version, Map<String, String> values, Map<String, Set<Long>> links) {

    /** The columns that an import writes. */
    static final List<String> COLUMNS = List.of(
            "username",
            "username_key",
            "email",
            "email_key",
            "email_verified",
            "password_hash",
            "first_name",
            "last_name",
            "is_active",
            "is_staff",
            "is_superuser",
            "date_joined",
            "last_login",
            "days_count");

    static final String GROUPS = "groups";
    static final String PERMISSIONS = "user_permissions";
    static final String TOWNS = "towns";

    private static final String PENDING = "pending_email";

    private static final String SELECT =
            "select id, " + String.join(", ", COLUMNS) + ", " + PENDING + ", version from account_user where id in";

    private static final Map<String, String> LINKS = Map.of(
            GROUPS, "select user_id, group_id from account_user_group where user_id in",
            PERMISSIONS, "select user_id, permission_id from account_user_permission where user_id in",
            TOWNS, "select user_id, town_id from account_user_town where user_id in");

    static Map<Long, AccountRow> read(ImportSql accounts, Collection<Long> ids) throws SQLException {
        Map<Long, AccountRow> rows = new HashMap<>();
        accounts.forEachIn(SELECT, ids, row -> rows.put(row.getLong(1), of(row)));
        for (Map.Entry<String, String> select : LINKS.entrySet()) {
            accounts.forEachIn(select.getValue(), ids, row -> {
                AccountRow owner = rows.get(row.getLong(1));
                if (owner != null) {
                    owner.links.getOrDefault(select.getKey(), new TreeSet<>()).add(row.getLong(2));
                }
            });
        }
        return rows;
    }

    private static AccountRow of(ResultSet row) throws SQLException {
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < COLUMNS.size(); i++) {
            values.put(COLUMNS.get(i), text(row, COLUMNS.get(i), i + 2));
        }
        values.put(PENDING, String.valueOf(row.getString(COLUMNS.size() + 2)));
        Map<String, Set<Long>> links = new LinkedHashMap<>();
        links.put(GROUPS, new TreeSet<>());
        links.put(PERMISSIONS, new TreeSet<>());
        links.put(TOWNS, new TreeSet<>());
        return new AccountRow(row.getLong(1), row.getLong(COLUMNS.size() + 3), values, links);
    }

    private static String text(ResultSet row, String column, int index) throws SQLException {
        return switch (column) {
            case "email_verified", "is_active", "is_staff", "is_superuser" -> String.valueOf(row.getBoolean(index));
            case "date_joined", "last_login" ->
                UtcTime.in(row, index).map(Object::toString).orElse("null");
            default -> String.valueOf(row.getString(index));
        };
    }

    String value(String column) {
        return values.getOrDefault(column, "");
    }

    /** Returns a digest of the whole account. */
    String state() {
        StateDigest digest = new StateDigest().addAll(values.values());
        links.values().forEach(digest::addAll);
        return digest.hex();
    }

    /** Returns what an account would change, by the names of Django's fields. */
    Set<String> differencesFrom(AcceptedUser wanted, Map<String, Set<Long>> wantedLinks) {
        Set<String> differences = new LinkedHashSet<>();
        wanted.values().forEach((column, value) -> {
            if (!String.valueOf(value).equals(value(column))) {
                differences.add(column.replace("_key", "").replace("_hash", ""));
            }
        });
        wantedLinks.forEach((field, ids) -> {
            if (!ids.equals(links.get(field))) {
                differences.add(field);
            }
        });
        return differences;
    }

    @Override
    public String toString() {
        return "AccountRow[id=" + id + ", ***]";
    }
}
