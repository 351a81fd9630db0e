package dev.accounts.jpa.internal.store;

import static dev.accounts.jpa.internal.transaction.StoreCalls.mutation;

import dev.accounts.jpa.internal.transaction.StoreCalls;
import dev.accounts.model.TokenDigest;
import dev.accounts.spi.factor.RecoveryCodeStore;
import java.util.Collection;

/** Stores unused recovery codes in the table {@code account_recovery_code}. */
public record JpaRecoveryCodeStore(StoreCalls calls) implements RecoveryCodeStore {

    private static final String INSERT = "insert into AccountRecoveryCode (userId, digest) values (:userId, :digest)";

    private static final String COUNT = "select count(c) from AccountRecoveryCode c where c.userId = :userId";

    private static final String HAS =
            "select count(c) from AccountRecoveryCode c where c.userId = :userId and c.digest = :digest";

    private static final String USE =
            "delete from AccountRecoveryCode c where c.userId = :userId and c.digest = :digest";

    private static final String REMOVE_ALL = "delete from AccountRecoveryCode c where c.userId = :userId";

    @Override
    public void add(long userId, Collection<TokenDigest> codes) {
        calls.write(entityManager -> {
            codes.forEach(code -> mutation(entityManager, INSERT)
                    .setParameter("userId", userId)
                    .setParameter("digest", code.bytes())
                    .executeUpdate());
            return true;
        });
    }

    @Override
    public int count(long userId) {
        return calls.read(entityManager -> entityManager
                .createQuery(COUNT, Long.class)
                .setParameter("userId", userId)
                .getSingleResult()
                .intValue());
    }

    @Override
    public boolean has(long userId, TokenDigest code) {
        return calls.read(entityManager -> entityManager
                        .createQuery(HAS, Long.class)
                        .setParameter("userId", userId)
                        .setParameter("digest", code.bytes())
                        .getSingleResult()
                > 0);
    }

    @Override
    public boolean use(long userId, TokenDigest code) {
        return calls.write(entityManager -> mutation(entityManager, USE)
                        .setParameter("userId", userId)
                        .setParameter("digest", code.bytes())
                        .executeUpdate()
                == 1);
    }

    @Override
    public int removeAll(long userId) {
        return calls.write(entityManager -> mutation(entityManager, REMOVE_ALL)
                .setParameter("userId", userId)
                .executeUpdate());
    }
}
