package dev.accounts.jpa.internal.store;

import static dev.accounts.jpa.internal.transaction.StoreCalls.mutation;

import dev.accounts.jpa.internal.transaction.StoreCalls;
import dev.accounts.model.AccountMessage;
import dev.accounts.spi.Notice;
import dev.accounts.spi.OutboxStore;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hibernate.query.MutationQuery;

/** Stores notices in the table {@code account_outbox}. */
public record JpaOutboxStore(StoreCalls calls) implements OutboxStore {

    private static final String ADD = """
            insert into AccountOutbox (userId, kind, address, createdAt, dueAt, attempts)
            values (:userId, :kind, :address, :createdAt, :dueAt, 0)""";

    private static final String REMOVE = "delete from AccountOutbox n where n.id = :id";

    private static final String REMOVE_UNLESS_TAKEN_SINCE = REMOVE + " and n.attempts = :attempts";

    private static final String POSTPONE =
            "update AccountOutbox n set n.dueAt = :due where n.id = :id and n.attempts = :attempts";

    private static final String OLDEST =
            "select n.createdAt from AccountOutbox n where n.userId is not null order by n.createdAt";

    private static final Purge OLD = new Purge("AccountOutbox", "id", "e.createdAt < :before");
    private static final Purge WITHOUT_USER = new Purge("AccountOutbox", "id", "e.userId is null");

    /**
     * The delay of notices without a user, of which anyone can request any number. They cost a request as much as
     * others. They never become due, so they stay outside the index range that a claim reads, and delay no mail.
     */
    static final Duration NEVER = Duration.ofDays(36500);

    @Override
    public void add(Optional<Long> userId, AccountMessage.Kind kind, String address, Instant now) {
        calls.write(entityManager -> mutation(entityManager, ADD)
                .setParameter("userId", userId.orElse(null))
                .setParameter("kind", kind.name())
                .setParameter("address", address)
                .setParameter("createdAt", now)
                .setParameter("dueAt", userId.isPresent() ? now : now.plus(NEVER))
                .executeUpdate());
    }

    @Override
    public List<Notice> claim(Instant now, Instant until, int limit) {
        return new NoticeClaim(calls, now, until).take(limit);
    }

    @Override
    public boolean remove(Notice notice) {
        return calls.write(entityManager ->
                removal(entityManager, notice).setParameter("id", notice.id()).executeUpdate() == 1);
    }

    private static MutationQuery removal(EntityManager entityManager, Notice notice) {
        return notice.kind().carriesToken()
                ? mutation(entityManager, REMOVE_UNLESS_TAKEN_SINCE).setParameter("attempts", notice.attempts())
                : mutation(entityManager, REMOVE);
    }

    @Override
    public boolean postpone(Notice notice, Instant due) {
        return calls.write(entityManager -> mutation(entityManager, POSTPONE)
                        .setParameter("due", due)
                        .setParameter("id", notice.id())
                        .setParameter("attempts", notice.attempts())
                        .executeUpdate()
                == 1);
    }

    @Override
    public Optional<Instant> oldest() {
        return calls.read(entityManager ->
                entityManager.createQuery(OLDEST, Instant.class).setMaxResults(1).getResultList().stream()
                        .findFirst());
    }

    @Override
    public int purge(Instant before, int limit) {
        int old = OLD.run(calls, Map.of("before", before), limit);
        return old + WITHOUT_USER.run(calls, Map.of(), limit - old);
    }
}
