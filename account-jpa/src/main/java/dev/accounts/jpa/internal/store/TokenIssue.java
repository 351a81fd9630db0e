package dev.accounts.jpa.internal.store;

import static dev.accounts.jpa.internal.transaction.StoreCalls.mutation;

import dev.accounts.model.AuthToken;
import dev.accounts.spi.TokenStore.VerifiedLogin;
import jakarta.persistence.EntityManager;
import org.hibernate.Session;

/**
 * Completes a login. It updates the user's row first, so that simultaneous logins of one user run one after the other.
 */
record TokenIssue(TokenCap cap) {

    private static final String RECORD_LOGIN = """
            update AccountUser u
            set u.lastLogin = :now, u.passwordHash = :currentHash, u.version = u.version + 1
            where u.id = :id and u.active = true and u.passwordHash = :verifiedHash""";

    private static final String INSERT = """
            insert into AccountToken (digest, userId, tokenId, label, createdAt, lastUsedAt, expiresAt)
            values (:digest, :userId, :tokenId, :label, :createdAt, :lastUsedAt, :expiresAt)""";

    boolean run(EntityManager entityManager, VerifiedLogin login) {
        boolean recorded = recordLogin(entityManager, login) == 1;
        if (recorded) {
            insert(entityManager, login.token());
            entityManager.unwrap(Session.class).doReturningWork(connection -> cap.enforce(connection, login));
        }
        return recorded;
    }

    private static int recordLogin(EntityManager entityManager, VerifiedLogin login) {
        return mutation(entityManager, RECORD_LOGIN)
                .setParameter("now", login.token().createdAt())
                .setParameter("currentHash", login.currentHash())
                .setParameter("id", login.token().userId())
                .setParameter("verifiedHash", login.verifiedHash())
                .executeUpdate();
    }

    private static void insert(EntityManager entityManager, AuthToken token) {
        mutation(entityManager, INSERT)
                .setParameter("digest", token.digest().hex())
                .setParameter("userId", token.userId())
                .setParameter("tokenId", token.id().toString())
                .setParameter("label", token.label())
                .setParameter("createdAt", token.createdAt())
                .setParameter("lastUsedAt", token.lastUsedAt())
                .setParameter("expiresAt", token.expiresAt().orElse(null))
                .executeUpdate();
    }
}
