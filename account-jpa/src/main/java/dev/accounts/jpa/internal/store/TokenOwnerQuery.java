package dev.accounts.jpa.internal.store;

import dev.accounts.jpa.internal.entity.TableNames;
import dev.accounts.jpa.internal.entity.TokenEntity;
import dev.accounts.jpa.internal.entity.UserEntity;
import dev.accounts.jpa.internal.transaction.UtcTime;
import dev.accounts.model.Identity;
import dev.accounts.model.TokenDigest;
import dev.accounts.spi.TokenOwner;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;

/**
 * Reads the owner of a token, in one statement.
 *
 * <p>Every request of a host runs it. It is plain SQL because Hibernate's query language would add half of its cost
 * (docs/benchmarks.md).
 */
record TokenOwnerQuery(String sql) {

    private static final String FIND = """
            select u.id, u.username, u.email, u.is_staff, u.is_superuser, u.is_active, t.id, t.last_used_at, t.expires_at
            from %s t join %s u on u.id = t.user_id
            where t.digest = ?""";

    static TokenOwnerQuery in(TableNames tables) {
        return new TokenOwnerQuery(FIND.formatted(tables.of(TokenEntity.class), tables.of(UserEntity.class)));
    }

    Optional<TokenOwner> find(Connection connection, TokenDigest digest) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, digest.hex());
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(owner(row)) : Optional.empty();
            }
        }
    }

    private static TokenOwner owner(ResultSet row) throws SQLException {
        Identity identity =
                new Identity(row.getLong(1), row.getString(2), row.getString(3), row.getBoolean(4), row.getBoolean(5));
        return new TokenOwner(
                identity,
                row.getBoolean(6),
                UUID.fromString(row.getString(7)),
                UtcTime.in(row, 8).orElseThrow(),
                UtcTime.in(row, 9));
    }
}
