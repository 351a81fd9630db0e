package dev.accounts.jpa.internal.store;

import static dev.accounts.jpa.internal.transaction.StoreCalls.mutation;

import dev.accounts.jpa.internal.transaction.StoreCalls;
import dev.accounts.model.AccountMessage;
import dev.accounts.spi.Notice;
import dev.accounts.spi.OutboxStore;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Claims notices that are due. It reads candidates without a lock. If several nodes want one, the first to update its
 * row gets it.
 */
record NoticeClaim(StoreCalls calls, Instant now, Instant until) {

    private static final String FIND_DUE = """
            select n.id, n.userId, n.kind, n.address, n.createdAt, n.attempts, n.dueAt from AccountOutbox n
            where (n.dueAt <= :now or (n.dueAt > :latest and n.dueAt < :never)) and n.id > :afterId
                and not exists (select 1 from AccountOutbox o where o.userId = n.userId and o.id < n.id
                    and (o.address = n.address or (o.attempts = 0 and not exists (select 1 from AccountOutbox p
                        where p.userId = o.userId and p.address = o.address and p.id < o.id))))
            order by n.id""";

    private static final String TAKE = """
            update AccountOutbox n set n.attempts = n.attempts + 1, n.dueAt = :until, n.createdAt = :createdAt
            where n.id = :id and n.attempts = :attempts and n.dueAt = :dueAt""";

    /** A notice before it is claimed. A creation later than now, by a clock that was ahead, counts as now. */
    private record Candidate(Notice notice, Instant dueAt) {

        static Candidate of(Object[] row, Instant now) {
            Instant createdAt = (Instant) row[4];
            Notice notice = new Notice(
                    (Long) row[0],
                    Optional.ofNullable((Long) row[1]),
                    AccountMessage.Kind.valueOf((String) row[2]),
                    (String) row[3],
                    createdAt.isAfter(now) ? now : createdAt,
                    (Integer) row[5]);
            return new Candidate(notice, (Instant) row[6]);
        }

        Notice taken() {
            return new Notice(
                    notice.id(),
                    notice.userId(),
                    notice.kind(),
                    notice.address(),
                    notice.createdAt(),
                    notice.attempts() + 1);
        }
    }

    /**
     * Passes over the table once: a notice that this call claimed, or that another node claimed first, may still look
     * due.
     */
    List<Notice> take(int limit) {
        List<Notice> taken = new ArrayList<>();
        Set<Long> users = new HashSet<>();
        long afterId = 0;
        while (taken.size() < limit) {
            List<Candidate> candidates = due(afterId, limit - taken.size());
            if (candidates.isEmpty()) {
                break;
            }
            taken.addAll(taken(candidates.stream()
                    .filter(candidate ->
                            candidate.notice().userId().map(users::add).orElse(true))
                    .toList()));
            afterId = candidates.get(candidates.size() - 1).notice().id();
        }
        return List.copyOf(taken);
    }

    private List<Candidate> due(long afterId, int limit) {
        return calls.read(entityManager -> entityManager
                .createQuery(FIND_DUE, Object[].class)
                .setParameter("now", now)
                .setParameter("latest", now.plus(OutboxStore.LONGEST_DELAY))
                .setParameter("never", now.plus(JpaOutboxStore.NEVER.dividedBy(2)))
                .setParameter("afterId", afterId)
                .setMaxResults(limit)
                .getResultList()
                .stream()
                .map(row -> Candidate.of(row, now))
                .toList());
    }

    private List<Notice> taken(List<Candidate> candidates) {
        return calls.write(entityManager -> candidates.stream()
                .filter(candidate -> isTaken(entityManager, candidate))
                .map(Candidate::taken)
                .toList());
    }

    private boolean isTaken(EntityManager entityManager, Candidate candidate) {
        return mutation(entityManager, TAKE)
                        .setParameter("until", until)
                        .setParameter("createdAt", candidate.notice().createdAt())
                        .setParameter("id", candidate.notice().id())
                        .setParameter("attempts", candidate.notice().attempts())
                        .setParameter("dueAt", candidate.dueAt())
                        .executeUpdate()
                == 1;
    }
}
