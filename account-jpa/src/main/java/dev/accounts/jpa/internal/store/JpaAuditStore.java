package dev.accounts.jpa.internal.store;

import static dev.accounts.jpa.internal.transaction.StoreCalls.mutation;

import dev.accounts.jpa.internal.entity.AuditEntity;
import dev.accounts.jpa.internal.entity.TableNames;
import dev.accounts.jpa.internal.transaction.SqlReads;
import dev.accounts.jpa.internal.transaction.StoreCalls;
import dev.accounts.jpa.internal.transaction.UtcTime;
import dev.accounts.model.AccountEvent;
import dev.accounts.model.AuditEntry;
import dev.accounts.model.EventContext;
import dev.accounts.spi.AuditStore;
import jakarta.persistence.EntityManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Stores events in the table {@code account_audit}. */
public record JpaAuditStore(StoreCalls calls, SqlReads listings, String list) implements AuditStore {

    private static final String APPEND = """
            insert into AccountAudit (happenedAt, event, userId, actorId, source, detail, occurrences, countKey)
            values (:happenedAt, :event, :userId, :actorId, :source, :detail, 1, :countKey)""";

    private static final String COUNT = APPEND + " on conflict (countKey) do update set occurrences = occurrences + 1";

    /** Plain SQL: a replica, which may answer, has no persistence unit. */
    private static final String LIST = """
            select a.id, a.happened_at, a.event, a.user_id, a.actor_id, a.source, a.detail, a.occurrences
            from %s a where a.id > ?""";

    private static final String FORGET = "delete from AccountAudit a where a.userId = :userId";

    private static final String FIND_ACTS = "select a.id from AccountAudit a where a.actorId = :userId";

    private static final String FORGET_ACTOR =
            "update AccountAudit a set a.actorId = null, a.source = null where a.id in :ids";

    private static final int BATCH = 500;

    private static final Purge OLD = new Purge("AccountAudit", "id", "e.happenedAt < :before");

    public static JpaAuditStore in(StoreCalls calls, TableNames tables, SqlReads listings) {
        return new JpaAuditStore(calls, listings, LIST.formatted(tables.of(AuditEntity.class)));
    }

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
        // The limit is no parameter for the reason that UserQuery gives.
        String sql = list + (userId.isPresent() ? " and a.user_id = ?" : "") + " order by a.id limit " + limit;
        return listings.query(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setLong(1, afterId);
                if (userId.isPresent()) {
                    statement.setLong(2, userId.get());
                }
                return entries(statement);
            }
        });
    }

    private static List<AuditEntry> entries(PreparedStatement statement) throws SQLException {
        List<AuditEntry> entries = new ArrayList<>();
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                entries.add(new AuditEntry(
                        row.getLong(1),
                        UtcTime.in(row, 2).orElseThrow(),
                        row.getString(3),
                        Optional.ofNullable(row.getObject(4, Long.class)),
                        Optional.ofNullable(row.getObject(5, Long.class)),
                        Optional.ofNullable(row.getString(6)),
                        row.getString(7),
                        row.getInt(8)));
            }
        }
        return entries;
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
}
