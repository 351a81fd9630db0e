package dev.accounts.jpa.internal.sql;

import dev.accounts.jpa.internal.entity.GroupPermissionEntity;
import dev.accounts.jpa.internal.entity.PermissionEntity;
import dev.accounts.jpa.internal.entity.TableNames;
import dev.accounts.jpa.internal.entity.TokenEntity;
import dev.accounts.jpa.internal.entity.UserEntity;
import dev.accounts.jpa.internal.entity.UserGroupEntity;
import dev.accounts.jpa.internal.entity.UserPermissionEntity;
import dev.accounts.jpa.internal.transaction.UtcTime;
import dev.accounts.model.Identity;
import dev.accounts.model.TokenDigest;
import dev.accounts.spi.TokenOwner;
import dev.accounts.spi.TokenStore.PermittedOwner;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the owner of a token, in one statement.
 *
 * <p>Every request of a host runs it. It is plain SQL because Hibernate's query language would add half of its cost
 * (docs/benchmarks.md).
 */
public record TokenOwnerQuery(String sql, String permittedSql) {

    private static final String OWNER = """
            select u.id, u.username, u.email, u.is_staff, u.is_superuser, u.is_active, t.last_used_at, t.expires_at,
                t.methods, coalesce(t.authenticated_at, t.created_at) as authenticated_at, u.second_factor,
                t.delegation
            from %1$s t join %2$s u on u.id = t.user_id
            where t.digest = ?""";

    /** A row of the owner with an empty code, then a row of the owner for each way to a permission. */
    private static final String PERMITTED = """
            select owned.*, '' from (%1$s) owned
            union all
            select owned.*, p.code from (%1$s) owned
                join %2$s up on up.user_id = owned.owner_id join %3$s p on p.id = up.permission_id
            union all
            select owned.*, p.code from (%1$s) owned
                join %4$s ug on ug.user_id = owned.owner_id
                join %5$s gp on gp.group_id = ug.group_id join %3$s p on p.id = gp.permission_id
            union all
            select owned.*, p.code from (%1$s) owned join %3$s p on owned.is_superuser = true""";

    private static final int PARTS = 4;
    private static final int CODE = 13;

    public static TokenOwnerQuery in(TableNames tables) {
        String owner = OWNER.formatted(tables.of(TokenEntity.class), tables.of(UserEntity.class));
        // A derived table has no two columns of one name.
        String derived = owner.replace("u.id,", "u.id as owner_id,");
        return new TokenOwnerQuery(
                owner,
                PERMITTED.formatted(
                        derived,
                        tables.of(UserPermissionEntity.class),
                        tables.of(PermissionEntity.class),
                        tables.of(UserGroupEntity.class),
                        tables.of(GroupPermissionEntity.class)));
    }

    public Optional<TokenOwner> find(Connection connection, TokenDigest digest) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setBytes(1, digest.bytes());
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(owner(row)) : Optional.empty();
            }
        }
    }

    public Optional<PermittedOwner> findPermitted(Connection connection, TokenDigest digest) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(permittedSql)) {
            byte[] bytes = digest.bytes();
            for (int part = 1; part <= PARTS; part++) {
                statement.setBytes(part, bytes);
            }
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(permitted(row)) : Optional.empty();
            }
        }
    }

    private static PermittedOwner permitted(ResultSet row) throws SQLException {
        TokenOwner owner = owner(row);
        Set<String> codes = new HashSet<>();
        do {
            codes.add(row.getString(CODE));
        } while (row.next());
        codes.remove("");
        return new PermittedOwner(owner, owner.active() ? codes : Set.of());
    }

    private static TokenOwner owner(ResultSet row) throws SQLException {
        Identity identity = new Identity(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getBoolean(4),
                row.getBoolean(5),
                StoredMethods.read(row.getString(9), UtcTime.in(row, 10).orElseThrow()),
                StoredDelegation.read(row.getString(12)));
        return new TokenOwner(
                identity,
                row.getBoolean(6),
                row.getBoolean(11),
                UtcTime.in(row, 7).orElseThrow(),
                UtcTime.in(row, 8));
    }
}
