package dev.accounts.jpa.internal.store;

import static dev.accounts.jpa.internal.transaction.StoreCalls.mutation;

import dev.accounts.jpa.internal.entity.TableNames;
import dev.accounts.jpa.internal.entity.TokenEntity;
import dev.accounts.jpa.internal.transaction.UtcTime;
import dev.accounts.model.TokenDigest;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.hibernate.Session;

/** Records that a token was used, unless another transaction holds its row: requests never wait for each other here. */
record TokenTouch(String lock) {

    private static final String LOCK = "select last_used_at from %s where digest = ? for update skip locked";

    private static final String TOUCH = "update AccountToken t set t.lastUsedAt = :now where t.digest = :digest";

    static TokenTouch in(TableNames tables) {
        return new TokenTouch(LOCK.formatted(tables.of(TokenEntity.class)));
    }

    boolean run(EntityManager entityManager, TokenDigest digest, Instant now, Instant notSince) {
        Optional<Instant> locked =
                entityManager.unwrap(Session.class).doReturningWork(connection -> lastUsedAtIfFree(connection, digest));
        return locked.filter(lastUsedAt -> isFurther(lastUsedAt, now, notSince)).isPresent()
                && mutation(entityManager, TOUCH)
                                .setParameter("now", now)
                                .setParameter("digest", digest.bytes())
                                .executeUpdate()
                        == 1;
    }

    private static boolean isFurther(Instant lastUsedAt, Instant now, Instant notSince) {
        return lastUsedAt.isBefore(notSince) || lastUsedAt.isAfter(now.plus(Duration.between(notSince, now)));
    }

    private Optional<Instant> lastUsedAtIfFree(Connection connection, TokenDigest digest) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(lock)) {
            statement.setBytes(1, digest.bytes());
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? UtcTime.in(row, 1) : Optional.empty();
            }
        }
    }
}
