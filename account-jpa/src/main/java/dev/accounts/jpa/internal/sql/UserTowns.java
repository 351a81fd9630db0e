package dev.accounts.jpa.internal.sql;

import dev.accounts.jpa.internal.entity.TableNames;
import dev.accounts.jpa.internal.entity.TownEntity;
import dev.accounts.jpa.internal.entity.UserEntity;
import dev.accounts.jpa.internal.entity.UserTownEntity;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;

/** Lets a new user follow towns, in one statement. It is plain SQL for the reason that {@link ClaimQuery} gives. */
public record UserTowns(String insert) {

    public static UserTowns in(TableNames tables) {
        return new UserTowns(
                "insert into %s (user_id, town_id) select u.id, t.id from %s u, %s t where u.id = ? and t.id in ("
                        .formatted(
                                tables.of(UserTownEntity.class),
                                tables.of(UserEntity.class),
                                tables.of(TownEntity.class)));
    }

    public int insert(Connection connection, long userId, Collection<Long> towns) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(insert + Parameters.of(towns) + ")")) {
            Parameters.set(statement, Parameters.set(statement, 1, List.of(userId)), towns);
            return statement.executeUpdate();
        }
    }
}
