package dev.accounts.jpa;

import static dev.accounts.jpa.StoreCalls.mutation;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.hibernate.query.MutationQuery;

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
        while (gone < limit) {
            int wanted = Math.min(BATCH, limit - gone);
            Batch batch = calls.write(entityManager -> delete(entityManager, times, wanted));
            gone += batch.deleted();
            if (batch.found() < wanted) {
                break;
            }
        }
        return gone;
    }

    /** Somebody else may have deleted what was found: that is no sign that nothing else is left. */
    private record Batch(int found, int deleted) {}

    private Batch delete(EntityManager entityManager, Map<String, Instant> times, int wanted) {
        TypedQuery<Object> select = entityManager
                .createQuery("select e." + key + " from " + entity + " e where " + condition, Object.class)
                .setMaxResults(wanted);
        times.forEach(select::setParameter);
        List<Object> keys = select.getResultList();
        if (keys.isEmpty()) {
            return new Batch(0, 0);
        }
        MutationQuery delete = mutation(
                        entityManager, "delete from " + entity + " e where e." + key + " in :keys and " + condition)
                .setParameter("keys", keys);
        times.forEach(delete::setParameter);
        return new Batch(keys.size(), delete.executeUpdate());
    }
}
