package dev.accounts.jpa.internal.store;

import dev.accounts.jpa.internal.entity.TableNames;
import dev.accounts.jpa.internal.entity.TokenEntity;
import dev.accounts.model.AuthToken;
import dev.accounts.spi.TokenStore.VerifiedLogin;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Ends the oldest tokens of a user beyond the number that is allowed, in one statement that sees what others committed. */
record TokenCap(String sql) {

    /** MariaDB and MySQL neither limit within {@code in} nor read there the table they delete from, unless it is derived. */
    private static final String DELETE = """
            delete from %1$s where user_id = ? and digest in (
                select digest from (
                    select t.digest from %1$s t where t.user_id = ? and t.digest <> ?
                    order by t.created_at desc, t.digest desc limit 2147483647 offset ?) oldest)""";

    static TokenCap in(TableNames tables) {
        return new TokenCap(DELETE.formatted(tables.of(TokenEntity.class)));
    }

    /** All but the newest, and never the one that was just issued. */
    int enforce(Connection connection, VerifiedLogin login) throws SQLException {
        AuthToken token = login.token();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, token.userId());
            statement.setLong(2, token.userId());
            statement.setString(3, token.digest().hex());
            statement.setInt(4, login.maxTokens() - 1);
            return statement.executeUpdate();
        }
    }
}
