package dev.accounts.jpa.internal.store;

import static dev.accounts.jpa.internal.transaction.StoreCalls.mutation;

import dev.accounts.jpa.internal.transaction.StoreCalls;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.hibernate.query.MutationQuery;
import org.jspecify.annotations.Nullable;

/**
 * Deletes obsolete rows, some hundreds at a time. It reads their keys without a lock, and then deletes those that still
 * meet the condition.
 *
 * @param entity the name of the entity
 * @param key the attribute that is the key
 * @param condition which rows {@code e} are obsolete
 */
record Purge(String entity, String key, String condition) {

    private static final int BATCH = 500;

    /** Returns how many rows were deleted. Each batch has its own transaction unless one is under way. */
    int run(StoreCalls calls, Map<String, Instant> times, int limit) {
        int gone = 0;
        Position position = Position.ANYWHERE;
        while (gone < limit) {
            Position from = position;
            int wanted = Math.min(BATCH, limit - gone);
            Batch batch = calls.write(entityManager -> delete(entityManager, times, from, wanted));
            gone += batch.deleted();
            if (batch.found().size() < wanted) {
                break;
            }
            position = from.after(batch);
        }
        return gone;
    }

    /**
     * The keys that were found, and how many rows were deleted. Others may have deleted the rest, so a smaller number
     * does not mean that no rows are left.
     */
    private record Batch(List<Object> found, int deleted) {}

    /**
     * Where to look for the next batch. The search may use any index until a batch finds rows that others have deleted.
     * A transaction with an old snapshot would find these again and again, so from then on the search passes the keys
     * one by one.
     *
     * @param ordered whether to search in the order of the keys
     * @param last the key to continue after; null to start with the first one
     */
    private record Position(boolean ordered, @Nullable Object last) {

        static final Position ANYWHERE = new Position(false, null);

        Position after(Batch batch) {
            if (ordered) {
                return new Position(true, batch.found().get(batch.found().size() - 1));
            }
            return batch.deleted() == batch.found().size() ? this : new Position(true, null);
        }
    }

    private Batch delete(EntityManager entityManager, Map<String, Instant> times, Position from, int wanted) {
        String path = "e." + key;
        TypedQuery<Object> select = entityManager
                .createQuery(
                        "select " + path + " from " + entity + " e where " + condition
                                + (from.last() == null ? "" : " and " + path + " > :last")
                                + (from.ordered() ? " order by " + path : ""),
                        Object.class)
                .setMaxResults(wanted);
        times.forEach(select::setParameter);
        if (from.last() != null) {
            select.setParameter("last", from.last());
        }
        List<Object> keys = select.getResultList();
        if (keys.isEmpty()) {
            return new Batch(keys, 0);
        }
        MutationQuery delete = mutation(
                        entityManager, "delete from " + entity + " e where " + path + " in :keys and " + condition)
                .setParameter("keys", keys);
        times.forEach(delete::setParameter);
        return new Batch(keys, delete.executeUpdate());
    }
}
