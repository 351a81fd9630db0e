package dev.accounts.jpa.internal.django;

import dev.accounts.model.Town;
import dev.accounts.model.User;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * Reads Django's database in pages of bounded length. The statements use only what PostgreSQL, MariaDB, MySQL and
 * SQLite share.
 *
 * @param sql the connection, in a transaction
 * @param tables the tables to read
 * @param zone the zone of times without one
 */
public record DjangoDatabase(ImportSql sql, DjangoTables tables, ZoneId zone) {

    /** The number of users that are read at once, and imported in one transaction. */
    public static final int PAGE = 500;

    /**
     * A group or a permission.
     *
     * @param id its id
     * @param name its name or code
     */
    public record Role(long id, String name) {}

    /**
     * A link between two rows, such as a user and a group.
     *
     * @param owner the id of the row that has the other
     * @param owned the id of the other row
     */
    public record Link(long owner, long owned) {}

    public long greatestId(String table) throws SQLException {
        return sql.list("select max(id) from " + table, row -> row.getLong(1)).get(0);
    }

    public long count(String table) throws SQLException {
        return sql.list("select count(*) from " + table, row -> row.getLong(1)).get(0);
    }

    public List<DjangoPermission> permissions() throws SQLException {
        return sql.list(
                "select p.id, c.app_label, c.model, p.codename from "
                        + tables.others().permission() + " p join "
                        + tables.others().contentType() + " c on c.id = p.content_type_id order by p.id",
                row -> {
                    DjangoRow permission = new DjangoRow(row);
                    return new DjangoPermission(
                            row.getLong(1), permission.text(2), permission.text(3), permission.text(4));
                });
    }

    /** Returns the permissions that at least one user has directly. */
    public List<Long> permissionsOfUsers() throws SQLException {
        DjangoTables.Joins joins = tables.userPermissions();
        return sql.list("select distinct l.permission_id from " + joins.table() + " l", row -> row.getLong(1));
    }

    public List<Role> groups() throws SQLException {
        return sql.list(
                "select g.id, g.name from " + tables.others().group() + " g order by g.id",
                row -> new Role(row.getLong(1), new DjangoRow(row).text(2)));
    }

    public List<Link> groupPermissions() throws SQLException {
        return sql.list(
                "select l.group_id, l.permission_id from " + tables.others().groupPermission()
                        + " l order by l.group_id",
                DjangoDatabase::link);
    }

    public List<Town> towns(DjangoTables.Towns of, long afterId) throws SQLException {
        return sql.list(
                "select t.id, t.name, c.name, t.lon, t.lat from " + of.town() + " t left join " + of.country()
                        + " c on c.id = t.country_id where t.id > ? order by t.id limit " + PAGE,
                row -> {
                    DjangoRow town = new DjangoRow(row);
                    return new Town(row.getLong(1), town.text(2), town.text(3), row.getDouble(4), row.getDouble(5));
                },
                afterId);
    }

    /** Reads the next users behind an id, with what belongs to them. */
    public DjangoPage page(long afterId) throws SQLException {
        List<DjangoUser> users = users(afterId);
        if (users.isEmpty()) {
            return new DjangoPage(
                    users, new UserLinks.All(new UserLinks(), new UserLinks(), new UserLinks()), List.of(), List.of());
        }
        long first = users.get(0).id();
        long last = users.get(users.size() - 1).id();
        Optional<DjangoTables.Joins> towns = tables.towns().flatMap(DjangoTables.Towns::ofUsers);
        UserLinks.All links = new UserLinks.All(
                links(tables.userGroups(), first, last),
                links(tables.userPermissions(), first, last),
                towns.isPresent() ? links(towns.get(), first, last) : new UserLinks());
        Optional<String> token = tables.others().token();
        Optional<String> address = tables.others().emailAddress();
        return new DjangoPage(
                users,
                links,
                token.isPresent() ? tokens(token.get(), first, last) : List.of(),
                address.isPresent() ? addresses(address.get(), first, last) : List.of());
    }

    private List<DjangoUser> users(long afterId) throws SQLException {
        return sql.list(selectUsers() + " where u.id > ? order by u.id limit " + PAGE, this::user, afterId);
    }

    public Optional<DjangoUser> user(long id) throws SQLException {
        return sql.list(selectUsers() + " where u.id = ?", this::user, id).stream()
                .findFirst();
    }

    private String selectUsers() {
        String days = tables.hasDaysCount() ? "u.days_count" : Integer.toString(User.DEFAULT_DAYS_COUNT);
        return "select u.id, u.username, u.password, u.email, u.first_name, u.last_name, u.is_active, u.is_staff,"
                + " u.is_superuser, u.date_joined, u.last_login, " + days + " from " + tables.user() + " u";
    }

    private UserLinks links(DjangoTables.Joins joins, long firstUser, long lastUser) throws SQLException {
        UserLinks links = new UserLinks();
        sql.forEach(
                "select l." + joins.userColumn() + ", l." + joins.otherColumn() + " from " + joins.table()
                        + " l where l." + joins.userColumn() + " between ? and ?",
                row -> links.add(row.getLong(1), row.getLong(2)),
                firstUser,
                lastUser);
        return links;
    }

    /** Selects all columns, because {@code key}, the name of the column with the value, is reserved in some databases. */
    private List<DjangoToken> tokens(String table, long firstUser, long lastUser) throws SQLException {
        return sql.list(
                "select t.* from " + table + " t where t.user_id between ? and ? order by t.user_id",
                row -> {
                    DjangoRow token = new DjangoRow(row);
                    return new DjangoToken(
                            token.text(row.findColumn("key")),
                            row.getLong("user_id"),
                            DjangoTime.read(row, row.findColumn("created"), zone));
                },
                firstUser,
                lastUser);
    }

    private DjangoUser user(ResultSet row) throws SQLException {
        DjangoRow user = new DjangoRow(row);
        return new DjangoUser(
                row.getLong(1),
                user.text(2),
                user.text(3),
                user.text(4),
                user.text(5),
                user.text(6),
                row.getBoolean(7),
                row.getBoolean(8),
                row.getBoolean(9),
                DjangoTime.read(row, 10, zone),
                DjangoTime.read(row, 11, zone),
                user.number(12, User.DEFAULT_DAYS_COUNT));
    }

    private List<DjangoAddress> addresses(String table, long firstUser, long lastUser) throws SQLException {
        return sql.list(
                "select a.user_id, a.email, a.verified from " + table + " a where a.user_id between ? and ?",
                row -> new DjangoAddress(row.getLong(1), new DjangoRow(row).text(2), row.getBoolean(3)),
                firstUser,
                lastUser);
    }

    private static Link link(ResultSet row) throws SQLException {
        return new Link(row.getLong(1), row.getLong(2));
    }
}
