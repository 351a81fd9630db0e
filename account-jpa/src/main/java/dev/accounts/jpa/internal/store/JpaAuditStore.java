package dev.accounts.jpa.internal.store;

import static dev.accounts.jpa.internal.transaction.StoreCalls.mutation;

import dev.accounts.jpa.internal.transaction.StoreCalls;
import dev.accounts.model.AccountEvent;
import dev.accounts.model.AuditEntry;
import dev.accounts.model.EventContext;
import dev.accounts.spi.AuditStore;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Stores events in the table {@code account_audit}. */
public record JpaAuditStore(StoreCalls calls) implements AuditStore {

    private static final String APPEND = """
            insert into AccountAudit (happenedAt, event, userId, actorId, source, detail, occurrences, countKey)
            values (:happenedAt, :event, :userId, :actorId, :source, :detail, 1, :countKey)""";

    private static final String COUNT = APPEND + " on conflict (countKey) do update set occurrences = occurrences + 1";

    private static final String LIST = """
            select a.id, a.happenedAt, a.event, a.userId, a.actorId, a.source, a.detail, a.occurrences
            from AccountAudit a where a.id > :afterId""";

    private static final String FORGET = "delete from AccountAudit a where a.userId = :userId";

    private static final String FIND_ACTS = "select a.id from AccountAudit a where a.actorId = :userId";

    private static final String FORGET_ACTOR =
            "update AccountAudit a set a.actorId = null, a.source = null where a.id in :ids";

    private static final int BATCH = 500;

    private static final Purge OLD = new Purge("AccountAudit", "id", "e.happenedAt < :before");

    @Override
    public void append(AccountEvent event) {
        insert(APPEND, event, null);
    }

    @Override
    public void count(AccountEvent event, String key) {
        insert(COUNT, event, key);
    }

    private void insert(String hql, AccountEvent event, @Nullable String countKey) {
        EventContext context = event.context();
        calls.write(entityManager -> mutation(entityManager, hql)
                .setParameter("countKey", countKey)
                .setParameter("happenedAt", context.at())
                .setParameter("event", event.name())
                .setParameter("userId", context.userId().orElse(null))
                .setParameter("actorId", context.actorId().orElse(null))
                .setParameter("source", context.source().orElse(null))
                .setParameter("detail", event.detail())
                .executeUpdate());
    }

    @Override
    public List<AuditEntry> list(Optional<Long> userId, long afterId, int limit) {
        String hql = LIST + (userId.isPresent() ? " and a.userId = :userId" : "") + " order by a.id";
        return calls.read(entityManager -> {
            TypedQuery<Object[]> query = entityManager
                    .createQuery(hql, Object[].class)
                    .setParameter("afterId", afterId)
                    .setMaxResults(limit);
            userId.ifPresent(id -> query.setParameter("userId", id));
            return query.getResultList().stream().map(JpaAuditStore::entry).toList();
        });
    }

    @Override
    public int forget(long userId) {
        return calls.write(entityManager -> {
            int gone = mutation(entityManager, FORGET)
                    .setParameter("userId", userId)
                    .executeUpdate();
            forgetActor(entityManager, userId);
            return gone;
        });
    }

    /**
     * Reads the ids first. No index covers actors, so an update that searched for them would lock the whole table on
     * MariaDB and MySQL.
     */
    private static void forgetActor(EntityManager entityManager, long userId) {
        List<Long> ids = entityManager
                .createQuery(FIND_ACTS, Long.class)
                .setParameter("userId", userId)
                .getResultList();
        for (int from = 0; from < ids.size(); from += BATCH) {
            mutation(entityManager, FORGET_ACTOR)
                    .setParameter("ids", ids.subList(from, Math.min(from + BATCH, ids.size())))
                    .executeUpdate();
        }
    }

    @Override
    public int purge(Instant before, int limit) {
        return OLD.run(calls, Map.of("before", before), limit);
    }

    private static AuditEntry entry(Object[] row) {
        return new AuditEntry(
                (Long) row[0],
                (Instant) row[1],
                (String) row[2],
                Optional.ofNullable((Long) row[3]),
                Optional.ofNullable((Long) row[4]),
                Optional.ofNullable((String) row[5]),
                (String) row[6],
                (Integer) row[7]);
    }
}
