package dev.accounts.jpa.internal.sql;

import dev.accounts.jpa.internal.entity.GroupPermissionEntity;
import dev.accounts.jpa.internal.entity.PermissionEntity;
import dev.accounts.jpa.internal.entity.TableNames;
import dev.accounts.jpa.internal.entity.UserEntity;
import dev.accounts.jpa.internal.entity.UserGroupEntity;
import dev.accounts.jpa.internal.entity.UserPermissionEntity;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * Reads the effective permissions of a user, in one statement. It is plain SQL for the reason that
 * {@link TokenOwnerQuery} gives.
 */
public record EffectiveQuery(String sql) {

    private static final String FIND = """
            select p.code from %1$s u join %2$s up on up.user_id = u.id join %3$s p on p.id = up.permission_id
            where u.id = ? and u.is_active = true
            union
            select p.code from %1$s u join %4$s ug on ug.user_id = u.id
                join %5$s gp on gp.group_id = ug.group_id join %3$s p on p.id = gp.permission_id
            where u.id = ? and u.is_active = true
            union
            select p.code from %1$s u cross join %3$s p
            where u.id = ? and u.is_active = true and u.is_superuser = true""";

    private static final int PARTS = 3;

    public static EffectiveQuery in(TableNames tables) {
        return new EffectiveQuery(FIND.formatted(
                tables.of(UserEntity.class),
                tables.of(UserPermissionEntity.class),
                tables.of(PermissionEntity.class),
                tables.of(UserGroupEntity.class),
                tables.of(GroupPermissionEntity.class)));
    }

    public Set<String> find(Connection connection, long userId) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int part = 1; part <= PARTS; part++) {
                statement.setLong(part, userId);
            }
            Set<String> codes = new TreeSet<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    codes.add(row.getString(1));
                }
            }
            return Collections.unmodifiableSet(codes);
        }
    }
}
