package dev.accounts.jpa.internal.store;

import dev.accounts.spi.StoredUser;
import dev.accounts.spi.UserKey;
import jakarta.persistence.EntityManager;
import java.util.Optional;

/** Reads the stored state of one user, in one statement. */
final class StoredUserQuery {

    private static final String READ = """
            select u.id, u.version, u.username, u.usernameKey, u.email, u.emailKey, u.emailVerified, u.pendingEmail,
                u.passwordHash, u.active, u.staff, u.superuser
            from AccountUser u where\s""";

    private StoredUserQuery() {}

    static Optional<StoredUser> read(EntityManager entityManager, UserKey key) {
        return entityManager
                .createQuery(READ + condition(key.kind()), Object[].class)
                .setParameter("key", key.kind() == UserKey.Kind.ID ? Long.valueOf(key.value()) : key.value())
                .getResultList()
                .stream()
                .map(StoredUserQuery::user)
                .findFirst();
    }

    private static String condition(UserKey.Kind kind) {
        return switch (kind) {
            case ID -> "u.id = :key";
            case USERNAME -> "u.usernameKey = :key";
            case EMAIL -> "u.emailKey = :key";
        };
    }

    private static StoredUser user(Object[] row) {
        return new StoredUser(
                (Long) row[0],
                (Long) row[1],
                (String) row[2],
                (String) row[3],
                new StoredUser.Email(
                        (String) row[4],
                        Optional.ofNullable((String) row[5]),
                        (Boolean) row[6],
                        Optional.ofNullable((String) row[7])),
                (String) row[8],
                new StoredUser.Flags((Boolean) row[9], (Boolean) row[10], (Boolean) row[11]));
    }
}
