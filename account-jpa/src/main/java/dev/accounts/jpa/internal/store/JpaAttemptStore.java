package dev.accounts.jpa.internal.store;

import static dev.accounts.jpa.internal.transaction.StoreCalls.mutation;

import dev.accounts.jpa.internal.entity.AttemptEntity;
import dev.accounts.jpa.internal.entity.TableNames;
import dev.accounts.jpa.internal.sql.Parameters;
import dev.accounts.jpa.internal.transaction.StoreCalls;
import dev.accounts.jpa.internal.transaction.UtcTime;
import dev.accounts.spi.AttemptStore;
import dev.accounts.spi.Attempts;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Stores counted attempts in the table {@code account_attempt}. Every login reads there, in plain SQL because
 * Hibernate's query language would add half of its cost (docs/benchmarks.md).
 */
public record JpaAttemptStore(StoreCalls calls, String find) implements AttemptStore {

    private static final String FIND = "select attempt_key, attempts, last_at from %s where attempt_key in (";

    private static final String REPLACE = """
            update AccountAttempt a set a.attempts = :attempts, a.lastAt = :lastAt
            where a.key = :key and a.attempts = :seenAttempts and a.lastAt = :seenLastAt""";

    private static final String INSERT = """
            insert into AccountAttempt (key, attempts, lastAt, insertionId)
            values (:key, :attempts, :lastAt, :insertionId)
            on conflict do nothing""";

    /**
     * Tells whether this insertion created the row. The row count does not: after a conflict it differs between
     * databases.
     */
    private static final String FIND_OWN =
            "select a.attempts from AccountAttempt a where a.key = :key and a.insertionId = :insertionId";

    private static final String REMOVE = "delete from AccountAttempt a where a.key = :key";

    private static final String REMOVE_SEEN = REMOVE + " and a.attempts = :seenAttempts and a.lastAt = :seenLastAt";

    private static final String DATE_NOW = "update AccountAttempt a set a.lastAt = :now where a.lastAt > :now";

    private static final Purge OLD = new Purge(
            "AccountAttempt", "key", "(e.lastAt < :before or (e.attempts <= " + FEW + " and e.lastAt < :fewBefore))");

    public static JpaAttemptStore in(StoreCalls calls, TableNames tables) {
        return new JpaAttemptStore(calls, FIND.formatted(tables.of(AttemptEntity.class)));
    }

    @Override
    public Optional<Attempts> find(String key) {
        return Optional.ofNullable(find(List.of(key)).get(key));
    }

    @Override
    public Map<String, Attempts> find(Collection<String> keys) {
        return keys.isEmpty() ? Map.of() : calls.query(connection -> find(connection, List.copyOf(keys)));
    }

    @Override
    public boolean replace(String key, Optional<Attempts> seen, Attempts next) {
        return calls.write(entityManager -> seen.map(former -> replace(entityManager, key, former, next))
                .orElseGet(() -> insert(entityManager, key, next)));
    }

    @Override
    public boolean remove(String key, Attempts seen) {
        return calls.write(entityManager -> mutation(entityManager, REMOVE_SEEN)
                        .setParameter("key", key)
                        .setParameter("seenAttempts", seen.count())
                        .setParameter("seenLastAt", seen.last())
                        .executeUpdate()
                == 1);
    }

    @Override
    public void remove(String key) {
        calls.write(entityManager ->
                mutation(entityManager, REMOVE).setParameter("key", key).executeUpdate());
    }

    @Override
    public int purge(Instant now, Instant before, Instant fewBefore, int limit) {
        calls.write(entityManager ->
                mutation(entityManager, DATE_NOW).setParameter("now", now).executeUpdate());
        return OLD.run(calls, Map.of("before", before, "fewBefore", fewBefore), limit);
    }

    private Map<String, Attempts> find(Connection connection, List<String> keys) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(find + Parameters.of(keys) + ")")) {
            Parameters.set(statement, 1, keys);
            Map<String, Attempts> found = new HashMap<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    Instant last = UtcTime.in(row, 3).orElseThrow();
                    found.put(row.getString(1), new Attempts(row.getInt(2), last));
                }
            }
            return found;
        }
    }

    private static boolean replace(EntityManager entityManager, String key, Attempts seen, Attempts next) {
        return mutation(entityManager, REPLACE)
                        .setParameter("attempts", next.count())
                        .setParameter("lastAt", next.last())
                        .setParameter("key", key)
                        .setParameter("seenAttempts", seen.count())
                        .setParameter("seenLastAt", seen.last())
                        .executeUpdate()
                == 1;
    }

    private static boolean insert(EntityManager entityManager, String key, Attempts first) {
        String insertionId = UUID.randomUUID().toString();
        mutation(entityManager, INSERT)
                .setParameter("key", key)
                .setParameter("attempts", first.count())
                .setParameter("lastAt", first.last())
                .setParameter("insertionId", insertionId)
                .executeUpdate();
        return !entityManager
                .createQuery(FIND_OWN, Integer.class)
                .setParameter("key", key)
                .setParameter("insertionId", insertionId)
                .getResultList()
                .isEmpty();
    }
}
