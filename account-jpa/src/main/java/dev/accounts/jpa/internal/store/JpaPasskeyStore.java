package dev.accounts.jpa.internal.store;

import static dev.accounts.jpa.internal.transaction.StoreCalls.mutation;

import dev.accounts.jpa.internal.transaction.StoreCalls;
import dev.accounts.model.TokenDigest;
import dev.accounts.spi.factor.PasskeyStore;
import dev.accounts.spi.factor.StoredPasskey;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** Stores passkeys in the table {@code account_passkey}. */
public record JpaPasskeyStore(StoreCalls calls) implements PasskeyStore {

    /** An exception on a conflict would doom a host's transaction. */
    private static final String INSERT = """
            insert into AccountPasskey (digest, userId, credentialId, publicKey, name, transports, aaguid, backupEligible, userVerified,
                createdAt, signCount, lastChallenge, backedUp, lastUsedAt, insertionId)
            values (:digest, :userId, :credentialId, :publicKey, :name, :transports, :aaguid, :backupEligible, :userVerified,
                :createdAt, :signCount, :lastChallenge, :backedUp, :lastUsedAt, :insertionId)
            on conflict do nothing""";

    /**
     * Tells whether this insertion created the row. The row count does not: after a conflict it differs between
     * databases.
     */
    private static final String FIND_OWN =
            "select p.userId from AccountPasskey p where p.digest = :digest and p.insertionId = :insertionId";

    private static final String SELECT = """
            select p.userId, p.credentialId, p.publicKey, p.name, p.transports, p.aaguid, p.backupEligible, p.userVerified,
                p.createdAt, p.signCount, p.lastChallenge, p.backedUp, p.lastUsedAt
            from AccountPasskey p where\s""";

    private static final String FIND = SELECT + "p.digest = :digest";

    private static final String LIST = SELECT + "p.userId = :userId order by p.createdAt, p.digest";

    private static final String OWN = " where p.userId = :userId and p.digest = :digest";

    private static final String USE = """
            update AccountPasskey p
            set p.signCount = :signCount, p.lastChallenge = :lastChallenge, p.backedUp = :backedUp, p.lastUsedAt = :lastUsedAt
            """ + OWN + " and p.signCount = :seenCount and p.lastChallenge = :seenChallenge";

    private static final String RENAME = "update AccountPasskey p set p.name = :name" + OWN;

    private static final String REMOVE = "delete from AccountPasskey p" + OWN;

    private static final String REMOVE_ALL = "delete from AccountPasskey p where p.userId = :userId";

    @Override
    public boolean add(StoredPasskey passkey) {
        return calls.write(entityManager -> {
            String insertionId = UUID.randomUUID().toString();
            insert(entityManager, passkey, insertionId);
            return !entityManager
                    .createQuery(FIND_OWN, Long.class)
                    .setParameter("digest", passkey.digest().bytes())
                    .setParameter("insertionId", insertionId)
                    .getResultList()
                    .isEmpty();
        });
    }

    private static void insert(EntityManager entityManager, StoredPasskey passkey, String insertionId) {
        StoredPasskey.Usage usage = passkey.usage();
        mutation(entityManager, INSERT)
                .setParameter("digest", passkey.digest().bytes())
                .setParameter("userId", passkey.userId())
                .setParameter("credentialId", passkey.credentialId())
                .setParameter("publicKey", passkey.publicKey())
                .setParameter("name", passkey.name())
                .setParameter("transports", String.join(" ", new TreeSet<>(passkey.transports())))
                .setParameter("aaguid", passkey.aaguid().toString())
                .setParameter("backupEligible", passkey.backupEligible())
                .setParameter("userVerified", passkey.userVerified())
                .setParameter("createdAt", passkey.createdAt())
                .setParameter("signCount", usage.signCount())
                .setParameter("lastChallenge", usage.lastChallenge())
                .setParameter("backedUp", usage.backedUp())
                .setParameter("lastUsedAt", usage.lastUsedAt().orElse(null))
                .setParameter("insertionId", insertionId)
                .executeUpdate();
    }

    @Override
    public Optional<StoredPasskey> find(TokenDigest digest) {
        return calls.read(entityManager ->
                entityManager
                        .createQuery(FIND, Object[].class)
                        .setParameter("digest", digest.bytes())
                        .getResultList()
                        .stream()
                        .map(JpaPasskeyStore::passkey)
                        .findFirst());
    }

    @Override
    public List<StoredPasskey> list(long userId) {
        return calls.read(entityManager ->
                entityManager.createQuery(LIST, Object[].class).setParameter("userId", userId).getResultList().stream()
                        .map(JpaPasskeyStore::passkey)
                        .toList());
    }

    private static StoredPasskey passkey(Object[] row) {
        String transports = (String) row[4];
        return new StoredPasskey(
                (Long) row[0],
                (String) row[1],
                (String) row[2],
                (String) row[3],
                transports.isEmpty() ? Set.of() : Set.of(transports.split(" ", -1)),
                UUID.fromString((String) row[5]),
                (Boolean) row[6],
                (Boolean) row[7],
                (Instant) row[8],
                new StoredPasskey.Usage(
                        (Long) row[9], (Long) row[10], (Boolean) row[11], Optional.ofNullable((Instant) row[12])));
    }

    @Override
    public boolean use(StoredPasskey seen, StoredPasskey.Usage next) {
        return calls.write(entityManager -> mutation(entityManager, USE)
                        .setParameter("userId", seen.userId())
                        .setParameter("digest", seen.digest().bytes())
                        .setParameter("seenCount", seen.usage().signCount())
                        .setParameter("seenChallenge", seen.usage().lastChallenge())
                        .setParameter("signCount", next.signCount())
                        .setParameter("lastChallenge", next.lastChallenge())
                        .setParameter("backedUp", next.backedUp())
                        .setParameter("lastUsedAt", next.lastUsedAt().orElse(null))
                        .executeUpdate()
                == 1);
    }

    @Override
    public boolean rename(long userId, TokenDigest digest, String name) {
        StoredPasskey.requireName(name);
        return calls.write(entityManager -> mutation(entityManager, RENAME)
                        .setParameter("userId", userId)
                        .setParameter("digest", digest.bytes())
                        .setParameter("name", name)
                        .executeUpdate()
                == 1);
    }

    @Override
    public boolean remove(long userId, TokenDigest digest) {
        return calls.write(entityManager -> mutation(entityManager, REMOVE)
                        .setParameter("userId", userId)
                        .setParameter("digest", digest.bytes())
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
