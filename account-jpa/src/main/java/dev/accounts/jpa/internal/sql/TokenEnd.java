package dev.accounts.jpa.internal.sql;

import dev.accounts.jpa.internal.entity.TableNames;
import dev.accounts.jpa.internal.entity.TimeBinder;
import dev.accounts.jpa.internal.entity.TokenEntity;
import dev.accounts.model.TokenDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;

/** Revokes a token that is live, in one statement. It is plain SQL for the reason that {@link TokenOwnerQuery} gives. */
public record TokenEnd(String sql, TimeBinder times) {

    private static final String DELETE = "delete from %s where digest = ? and (expires_at is null or expires_at > ?)";

    public static TokenEnd in(TableNames tables) {
        return new TokenEnd(DELETE.formatted(tables.of(TokenEntity.class)), tables.times());
    }

    public boolean run(Connection connection, TokenDigest digest, Instant now) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setBytes(1, digest.bytes());
            times.set(statement, 2, now);
            return statement.executeUpdate() == 1;
        }
    }
}
