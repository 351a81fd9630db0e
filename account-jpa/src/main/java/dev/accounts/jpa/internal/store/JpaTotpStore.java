package dev.accounts.jpa.internal.store;

import static dev.accounts.jpa.internal.transaction.StoreCalls.mutation;

import dev.accounts.jpa.internal.transaction.StoreCalls;
import dev.accounts.spi.factor.StoredTotp;
import dev.accounts.spi.factor.TotpStore;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Optional;

/** Stores the seeds of one-time codes in the table {@code account_totp}. */
public record JpaTotpStore(StoreCalls calls) implements TotpStore {

    private static final String FIND =
            "select t.userId, t.seed, t.lastStep, t.enrolledAt from AccountTotp t where t.userId = :userId";

    private static final String REPLACE = """
            update AccountTotp t set t.seed = :seed, t.lastStep = :lastStep, t.enrolledAt = :enrolledAt
            where t.userId = :userId""";

    private static final String INSERT = """
            insert into AccountTotp (userId, seed, lastStep, enrolledAt)
            values (:userId, :seed, :lastStep, :enrolledAt)""";

    private static final String USE = """
            update AccountTotp t set t.lastStep = :step
            where t.userId = :userId and t.seed = :seed and t.lastStep < :step""";

    private static final String REENCRYPT =
            "update AccountTotp t set t.seed = :next where t.userId = :userId and t.seed = :seed";

    private static final String REMOVE = "delete from AccountTotp t where t.userId = :userId";

    /** It looks first: an update that finds nothing would make MariaDB lock a gap, and gaps belong to many users. */
    @Override
    public void put(StoredTotp totp) {
        calls.write(entityManager -> mutation(
                        entityManager, find(entityManager, totp.userId()).isPresent() ? REPLACE : INSERT)
                .setParameter("userId", totp.userId())
                .setParameter("seed", totp.encryptedSeed())
                .setParameter("lastStep", totp.lastStep())
                .setParameter("enrolledAt", totp.enrolledAt())
                .executeUpdate());
    }

    @Override
    public Optional<StoredTotp> find(long userId) {
        return calls.read(entityManager -> find(entityManager, userId));
    }

    private static Optional<StoredTotp> find(EntityManager entityManager, long userId) {
        return entityManager.createQuery(FIND, Object[].class).setParameter("userId", userId).getResultList().stream()
                .map(row -> new StoredTotp((Long) row[0], (String) row[1], (Long) row[2], (Instant) row[3]))
                .findFirst();
    }

    @Override
    public boolean use(StoredTotp seen, long step) {
        return calls.write(entityManager -> mutation(entityManager, USE)
                        .setParameter("userId", seen.userId())
                        .setParameter("seed", seen.encryptedSeed())
                        .setParameter("step", step)
                        .executeUpdate()
                == 1);
    }

    @Override
    public boolean reencrypt(StoredTotp seen, String encryptedSeed) {
        return calls.write(entityManager -> mutation(entityManager, REENCRYPT)
                        .setParameter("userId", seen.userId())
                        .setParameter("seed", seen.encryptedSeed())
                        .setParameter("next", encryptedSeed)
                        .executeUpdate()
                == 1);
    }

    @Override
    public boolean remove(long userId) {
        return calls.write(entityManager ->
                mutation(entityManager, REMOVE).setParameter("userId", userId).executeUpdate() == 1);
    }
}
