package dev.accounts.jpa.internal.sql;

import dev.accounts.jpa.internal.entity.TableNames;
import dev.accounts.jpa.internal.entity.TownEntity;
import dev.accounts.jpa.internal.entity.UserEntity;
import dev.accounts.spi.Claim;
import dev.accounts.spi.Conflicts;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds which names of a claim are taken, and which of its towns do not exist, in one statement. It is plain SQL because Hibernate
 * translates a query with a list anew for each call.
 */
public record ClaimQuery(String usernameTaken, String emailTaken, String townsKnown) {

    private static final int USERNAME = 1;
    private static final int EMAIL = 2;
    private static final int TOWN = 3;

    public static ClaimQuery in(TableNames tables) {
        String users = tables.of(UserEntity.class);
        return new ClaimQuery(
                "select " + USERNAME + ", id from " + users + " where username_key = ?",
                "select " + EMAIL + ", id from " + users + " where email_key = ?",
                "select " + TOWN + ", id from " + tables.of(TownEntity.class) + " where id in (");
    }

    public Conflicts conflicts(Connection connection, Claim claim) throws SQLException {
        List<String> parts = new ArrayList<>();
        List<Object> values = new ArrayList<>();
        claim.usernameKey().ifPresent(key -> {
            parts.add(usernameTaken);
            values.add(key);
        });
        claim.emailKey().ifPresent(key -> {
            parts.add(emailTaken);
            values.add(key);
        });
        if (!claim.towns().isEmpty()) {
            parts.add(townsKnown + Parameters.of(claim.towns()) + ")");
            values.addAll(claim.towns());
        }
        return parts.isEmpty()
                ? Conflicts.none()
                : conflicts(connection, claim, String.join(" union all ", parts), values);
    }

    private static Conflicts conflicts(Connection connection, Claim claim, String sql, List<Object> values)
            throws SQLException {
        Set<Integer> taken = new HashSet<>();
        Set<Long> unknown = new HashSet<>(claim.towns());
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            Parameters.set(statement, 1, values);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    if (row.getInt(1) == TOWN) {
                        unknown.remove(row.getLong(2));
                    } else {
                        taken.add(row.getInt(1));
                    }
                }
            }
        }
        return Conflicts.of(taken.contains(USERNAME), taken.contains(EMAIL), unknown);
    }
}
