package dev.accounts.jpa.internal.store;

import static dev.accounts.jpa.internal.transaction.StoreCalls.mutation;

import dev.accounts.jpa.internal.transaction.StoreCalls;
import dev.accounts.spi.AttemptStore;
import dev.accounts.spi.Attempts;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** Stores counted attempts in the table {@code account_attempt}. */
public record JpaAttemptStore(StoreCalls calls) implements AttemptStore {

    private static final String FIND = "select a.attempts, a.lastAt from AccountAttempt a where a.key = :key";

    private static final String FIND_ALL =
            "select a.key, a.attempts, a.lastAt from AccountAttempt a where a.key in :keys";

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

    private static final Purge OLD = new Purge("AccountAttempt", "key", "e.lastAt < :before");

    @Override
    public Optional<Attempts> find(String key) {
        return calls.read(entityManager ->
                entityManager.createQuery(FIND, Object[].class).setParameter("key", key).getResultList().stream()
                        .map(row -> new Attempts((Integer) row[0], (Instant) row[1]))
                        .findFirst());
    }

    @Override
    public Map<String, Attempts> find(Collection<String> keys) {
        if (keys.isEmpty()) {
            return Map.of();
        }
        return calls.read(entityManager ->
                entityManager.createQuery(FIND_ALL, Object[].class).setParameter("keys", keys).getResultList().stream()
                        .collect(Collectors.toMap(
                                row -> (String) row[0], row -> new Attempts((Integer) row[1], (Instant) row[2]))));
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
    public int purge(Instant now, Instant before, int limit) {
        calls.write(entityManager ->
                mutation(entityManager, DATE_NOW).setParameter("now", now).executeUpdate());
        return OLD.run(calls, Map.of("before", before), limit);
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
