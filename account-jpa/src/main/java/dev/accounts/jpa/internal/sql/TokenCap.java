package dev.accounts.jpa.internal.sql;

import dev.accounts.jpa.internal.entity.TableNames;
import dev.accounts.jpa.internal.entity.TokenEntity;
import dev.accounts.model.AuthToken;
import dev.accounts.spi.TokenStore.VerifiedLogin;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Revokes the oldest sessions of a user beyond the allowed number, in one statement that sees what others committed. */
record TokenCap(String sql) {

    /**
     * Has a derived table because within {@code in}, MariaDB and MySQL neither limit rows nor read the table that they
     * delete from.
     */
    private static final String DELETE = """
            delete from %1$s where user_id = ? and digest in (
                select digest from (
                    select t.digest from %1$s t where t.user_id = ? and t.digest <> ? and t.delegation is null
                    order by t.created_at desc, t.digest desc limit 2147483647 offset ?) oldest)""";

    static TokenCap in(TableNames tables) {
        return new TokenCap(DELETE.formatted(tables.of(TokenEntity.class)));
    }

    /** Revokes all but the newest tokens, and never the one that was just issued. */
    int enforce(Connection connection, VerifiedLogin login) throws SQLException {
        AuthToken token = login.token();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, token.userId());
            statement.setLong(2, token.userId());
            statement.setBytes(3, token.digest().bytes());
            statement.setInt(4, login.maxTokens() - 1);
            return statement.executeUpdate();
        }
    }
}
