package dev.accounts.jpa.internal.sql;

import dev.accounts.jpa.internal.entity.TableNames;
import dev.accounts.jpa.internal.entity.TimeBinder;
import dev.accounts.jpa.internal.entity.TokenEntity;
import dev.accounts.jpa.internal.entity.UserEntity;
import dev.accounts.model.AuthToken;
import dev.accounts.spi.TokenStore.VerifiedLogin;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/**
 * Completes a login. It updates the user's row first, so that simultaneous logins of one user run one after the other. It is
 * plain SQL for the reason that {@link TokenOwnerQuery} gives.
 */
public record TokenIssue(String recordLogin, String insert, TokenCap cap, TimeBinder times) {

    private static final String RECORD_LOGIN = """
            update %s set last_login = ?, password_hash = ?, version = version + 1
            where id = ? and is_active = true and password_hash = ? and second_factor = ?""";

    private static final String INSERT = """
            insert into %s (digest, user_id, label, created_at, last_used_at, expires_at, authenticated_at, methods)
            values (?, ?, ?, ?, ?, ?, ?, ?)""";

    public static TokenIssue in(TableNames tables) {
        return new TokenIssue(
                RECORD_LOGIN.formatted(tables.of(UserEntity.class)),
                INSERT.formatted(tables.of(TokenEntity.class)),
                TokenCap.in(tables),
                tables.times());
    }

    public boolean run(Connection connection, VerifiedLogin login) throws SQLException {
        boolean recorded = recordLogin(connection, login) == 1;
        if (recorded) {
            insert(connection, login.token());
            cap.enforce(connection, login);
        }
        return recorded;
    }

    private int recordLogin(Connection connection, VerifiedLogin login) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(recordLogin)) {
            times.set(statement, 1, login.token().createdAt());
            statement.setString(2, login.currentHash());
            statement.setLong(3, login.token().userId());
            statement.setString(4, login.verifiedHash());
            statement.setBoolean(5, login.secondFactor());
            return statement.executeUpdate();
        }
    }

    private void insert(Connection connection, AuthToken token) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(insert)) {
            statement.setBytes(1, token.digest().bytes());
            statement.setLong(2, token.userId());
            statement.setString(3, token.label());
            times.set(statement, 4, token.createdAt());
            times.set(statement, 5, token.lastUsedAt());
            times.set(statement, 6, token.expiresAt().orElse(null));
            times.set(statement, 7, token.authentication().at());
            statement.setString(8, StoredMethods.of(token.authentication()));
            statement.executeUpdate();
        }
    }
}
