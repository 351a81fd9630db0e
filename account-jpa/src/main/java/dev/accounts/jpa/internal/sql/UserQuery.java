package dev.accounts.jpa.internal.sql;

import dev.accounts.jpa.internal.entity.TableNames;
import dev.accounts.jpa.internal.entity.UserEntity;
import dev.accounts.jpa.internal.transaction.UtcTime;
import dev.accounts.model.User;
import dev.accounts.model.UserSearch;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads whole users in two statements: one for the users, one for their towns, groups and permissions. They are plain
 * SQL for the reason that {@link TokenOwnerQuery} gives.
 */
public record UserQuery(String select, UserRelationsQuery relations) {

    private static final String SELECT = """
            select u.id, u.username, u.email, u.email_verified, u.first_name, u.last_name, u.is_active, u.is_staff,
                u.is_superuser, u.date_joined, u.last_login, u.days_count
            from %s u where\s""";

    public static UserQuery in(TableNames tables) {
        return new UserQuery(SELECT.formatted(tables.of(UserEntity.class)), UserRelationsQuery.in(tables));
    }

    public Optional<User> find(Connection connection, long id) throws SQLException {
        return users(connection, "u.id = ?", List.of(id)).stream().findFirst();
    }

    public List<User> search(Connection connection, UserSearch search) throws SQLException {
        List<String> conditions = new ArrayList<>(List.of("u.id > ?"));
        List<Object> parameters = new ArrayList<>(List.of(search.afterId()));
        if (!search.prefix().isEmpty()) {
            conditions.add("(u.username_key like ? escape '!' or u.email_key like ? escape '!')");
            String pattern = beginningWith(search.prefix());
            parameters.addAll(List.of(pattern, pattern));
        }
        // Not parameters, nor is the limit: a plan for any value expects too many rows, and so each call would be
        // planned anew.
        search.active().ifPresent(active -> conditions.add("u.is_active = " + active));
        search.staff().ifPresent(staff -> conditions.add("u.is_staff = " + staff));
        String page = " order by u.id limit " + search.limit();
        return users(connection, String.join(" and ", conditions) + page, parameters);
    }

    /** A pattern for {@code like … escape '!'}: no character of the beginning has a special meaning. */
    public static String beginningWith(String prefix) {
        return prefix.replaceAll("[!%_]", "!$0") + "%";
    }

    private List<User> users(Connection connection, String condition, List<Object> parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(select + condition)) {
            for (int i = 0; i < parameters.size(); i++) {
                statement.setObject(i + 1, parameters.get(i));
            }
            List<User> users = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    users.add(user(row));
                }
            }
            return users.isEmpty() ? users : withRelations(connection, users);
        }
    }

    private List<User> withRelations(Connection connection, List<User> users) throws SQLException {
        List<Long> ids = users.stream().map(User::id).toList();
        Map<Long, UserRelations> found = relations.find(connection, ids);
        return users.stream()
                .map(user -> found.getOrDefault(user.id(), UserRelations.none()).of(user))
                .toList();
    }

    private static User user(ResultSet row) throws SQLException {
        return new User(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getBoolean(4),
                row.getString(5),
                row.getString(6),
                row.getBoolean(7),
                row.getBoolean(8),
                row.getBoolean(9),
                UtcTime.in(row, 10).orElseThrow(),
                UtcTime.in(row, 11),
                row.getInt(12),
                List.of(),
                List.of(),
                List.of());
    }
}
