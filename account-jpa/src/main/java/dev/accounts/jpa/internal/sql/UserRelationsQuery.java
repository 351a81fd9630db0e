package dev.accounts.jpa.internal.sql;

import dev.accounts.jpa.internal.entity.GroupEntity;
import dev.accounts.jpa.internal.entity.PermissionEntity;
import dev.accounts.jpa.internal.entity.TableNames;
import dev.accounts.jpa.internal.entity.UserGroupEntity;
import dev.accounts.jpa.internal.entity.UserPermissionEntity;
import dev.accounts.jpa.internal.entity.UserTownEntity;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads the towns, groups and permissions of any number of users, in one statement. */
record UserRelationsQuery(String sql) {

    private static final int PARTS = 3;

    /** {@code #} stands for the ids of the users. */
    private static final String FIND = """
            select ut.user_id, 'town', ut.town_id, '' from %s ut where ut.user_id in (#)
            union all
            select ug.user_id, 'group', g.id, g.name from %s ug join %s g on g.id = ug.group_id
            where ug.user_id in (#)
            union all
            select up.user_id, 'permission', p.id, p.code from %s up join %s p on p.id = up.permission_id
            where up.user_id in (#)
            order by 3""";

    static UserRelationsQuery in(TableNames tables) {
        return new UserRelationsQuery(FIND.formatted(
                tables.of(UserTownEntity.class),
                tables.of(UserGroupEntity.class),
                tables.of(GroupEntity.class),
                tables.of(UserPermissionEntity.class),
                tables.of(PermissionEntity.class)));
    }

    /** Returns the relations by user id, without users that have none. */
    Map<Long, UserRelations> find(Connection connection, List<Long> userIds) throws SQLException {
        String ids = Parameters.of(userIds);
        try (PreparedStatement statement = connection.prepareStatement(sql.replace("#", ids))) {
            int next = 1;
            for (int part = 0; part < PARTS; part++) {
                next = Parameters.set(statement, next, userIds);
            }
            Map<Long, UserRelations> found = new HashMap<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    found.computeIfAbsent(row.getLong(1), id -> UserRelations.none())
                            .add(row.getString(2), row.getLong(3), row.getString(4));
                }
            }
            return found;
        }
    }
}
