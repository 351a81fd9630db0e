package dev.accounts.jpa.internal.sql;

import dev.accounts.jpa.internal.entity.TableNames;
import dev.accounts.jpa.internal.entity.UserEntity;
import dev.accounts.spi.StoredUser;
import dev.accounts.spi.UserKey;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** Reads the stored state of one user, in one statement. It is plain SQL for the reason that {@link TokenOwnerQuery} gives. */
public record StoredUserQuery(String byId, String byUsername, String byEmail) {

    private static final String READ = """
            select id, version, username, username_key, email, email_key, email_verified, pending_email, password_hash,
                is_active, is_staff, is_superuser, second_factor
            from %s where %s = ?""";

    public static StoredUserQuery in(TableNames tables) {
        String users = tables.of(UserEntity.class);
        return new StoredUserQuery(
                READ.formatted(users, "id"), READ.formatted(users, "username_key"), READ.formatted(users, "email_key"));
    }

    public Optional<StoredUser> read(Connection connection, UserKey key) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql(key.kind()))) {
            if (key.kind() == UserKey.Kind.ID) {
                statement.setLong(1, Long.parseLong(key.value()));
            } else {
                statement.setString(1, key.value());
            }
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(user(row)) : Optional.empty();
            }
        }
    }

    private String sql(UserKey.Kind kind) {
        return switch (kind) {
            case ID -> byId;
            case USERNAME -> byUsername;
            case EMAIL -> byEmail;
        };
    }

    private static StoredUser user(ResultSet row) throws SQLException {
        return new StoredUser(
                row.getLong(1),
                row.getLong(2),
                row.getString(3),
                row.getString(4),
                new StoredUser.Email(
                        row.getString(5),
                        Optional.ofNullable(row.getString(6)),
                        row.getBoolean(7),
                        Optional.ofNullable(row.getString(8))),
                row.getString(9),
                new StoredUser.Flags(row.getBoolean(10), row.getBoolean(11), row.getBoolean(12)),
                row.getBoolean(13));
    }
}
