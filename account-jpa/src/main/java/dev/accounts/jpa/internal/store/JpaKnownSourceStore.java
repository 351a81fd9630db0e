package dev.accounts.jpa.internal.store;

import static dev.accounts.jpa.internal.transaction.StoreCalls.mutation;

import dev.accounts.jpa.internal.transaction.StoreCalls;
import dev.accounts.spi.KnownSourceStore;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Stores known sources in the table {@code account_known_source}. */
public record JpaKnownSourceStore(StoreCalls calls) implements KnownSourceStore {

    private static final String FIND = "select s.lastLoginAt from AccountKnownSource s where s.digest = :digest";

    private static final String UPDATE =
            "update AccountKnownSource s set s.lastLoginAt = :now where s.digest = :digest";

    private static final String INSERT =
            "insert into AccountKnownSource (digest, userId, lastLoginAt) values (:digest, :userId, :now)";

    private static final String OLDER = """
            select s.digest from AccountKnownSource s where s.userId = :userId and s.digest <> :digest
            order by s.lastLoginAt desc, s.digest""";

    private static final String REMOVE = "delete from AccountKnownSource s where s.digest in :digests";

    private static final String FORGET = "delete from AccountKnownSource s where s.userId = :userId";

    private static final String DATE_NOW =
            "update AccountKnownSource s set s.lastLoginAt = :now where s.lastLoginAt > :now";

    private static final Purge OLD = new Purge("AccountKnownSource", "digest", "e.lastLoginAt < :before");

    @Override
    public Optional<Instant> find(String digest) {
        return calls.read(entityManager ->
                entityManager.createQuery(FIND, Instant.class).setParameter("digest", digest).getResultList().stream()
                        .findFirst());
    }

    @Override
    public void record(long userId, String digest, Instant now) {
        calls.write(entityManager -> {
            boolean known = mutation(entityManager, UPDATE)
                            .setParameter("now", now)
                            .setParameter("digest", digest)
                            .executeUpdate()
                    == 1;
            if (!known) {
                insert(entityManager, userId, digest, now);
                removeOldest(entityManager, userId, digest);
            }
            return known;
        });
    }

    private static void insert(EntityManager entityManager, long userId, String digest, Instant now) {
        mutation(entityManager, INSERT)
                .setParameter("digest", digest)
                .setParameter("userId", userId)
                .setParameter("now", now)
                .executeUpdate();
    }

    private static void removeOldest(EntityManager entityManager, long userId, String digest) {
        List<String> oldest = entityManager
                .createQuery(OLDER, String.class)
                .setParameter("userId", userId)
                .setParameter("digest", digest)
                .setFirstResult(MOST - 1)
                .getResultList();
        if (!oldest.isEmpty()) {
            mutation(entityManager, REMOVE).setParameter("digests", oldest).executeUpdate();
        }
    }

    @Override
    public int forget(long userId) {
        return calls.write(entityManager ->
                mutation(entityManager, FORGET).setParameter("userId", userId).executeUpdate());
    }

    @Override
    public int purge(Instant now, Instant before, int limit) {
        calls.write(entityManager ->
                mutation(entityManager, DATE_NOW).setParameter("now", now).executeUpdate());
        return OLD.run(calls, Map.of("before", before), limit);
    }
}
