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
 * Deletes rows that are not wanted any more, some hundreds at a time: their keys are read without a lock, and then those rows
 * are deleted that may still go.
 *
 * @param entity whose rows
 * @param key the attribute that is the key
 * @param condition which rows {@code e} may go
 */
record Purge(String entity, String key, String condition) {

    private static final int BATCH = 500;

    /** How many went, each batch in a transaction of its own unless one is under way. */
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

    /** Somebody else may have deleted what was found: that is no sign that nothing else is left. */
    private record Batch(List<Object> found, int deleted) {}

    /**
     * Where the next batch is looked for: anywhere, by whatever index is best, until rows were found that had gone. A
     * transaction that sees the past would find the same ones for ever, so that from then on keys are passed one by one.
     *
     * @param ordered whether in the order of the keys
     * @param last the key to go on after; null for the first one
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
