package dev.accounts.testkit.memory;

import dev.accounts.model.TokenDigest;
import dev.accounts.spi.factor.PasskeyStore;
import dev.accounts.spi.factor.StoredPasskey;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Passkeys in memory. */
record InMemoryPasskeyStore(InMemoryTables tables) implements PasskeyStore {

    private static final Comparator<StoredPasskey> OLDEST_FIRST = Comparator.comparing(StoredPasskey::createdAt)
            .thenComparing(passkey -> passkey.digest().hex());

    @Override
    public boolean add(StoredPasskey passkey) {
        synchronized (tables) {
            if (tables.passkeys.has(passkey.digest())) {
                return false;
            }
            if (!tables.users.has(passkey.userId())) {
                throw InMemoryTables.broken("there is no such user");
            }
            tables.passkeys.put(passkey.digest(), passkey);
            return true;
        }
    }

    @Override
    public Optional<StoredPasskey> find(TokenDigest digest) {
        synchronized (tables) {
            return tables.passkeys.find(digest);
        }
    }

    @Override
    public List<StoredPasskey> list(long userId) {
        synchronized (tables) {
            return tables.passkeys.stream()
                    .filter(passkey -> passkey.userId() == userId)
                    .sorted(OLDEST_FIRST)
                    .toList();
        }
    }

    @Override
    public boolean use(StoredPasskey seen, StoredPasskey.Usage next) {
        synchronized (tables) {
            return put(find(seen.userId(), seen.digest())
                    .filter(now -> isUnused(now.usage(), seen.usage()))
                    .map(now -> now.withUsage(next)));
        }
    }

    private static boolean isUnused(StoredPasskey.Usage now, StoredPasskey.Usage seen) {
        return now.signCount() == seen.signCount() && now.lastChallenge() == seen.lastChallenge();
    }

    @Override
    public boolean rename(long userId, TokenDigest digest, String name) {
        StoredPasskey.requireName(name);
        synchronized (tables) {
            return put(find(userId, digest)
                    .map(now -> new StoredPasskey(
                            userId,
                            now.credentialId(),
                            now.publicKey(),
                            name,
                            now.transports(),
                            now.aaguid(),
                            now.backupEligible(),
                            now.userVerified(),
                            now.createdAt(),
                            now.usage())));
        }
    }

    @Override
    public boolean remove(long userId, TokenDigest digest) {
        synchronized (tables) {
            return find(userId, digest).isPresent() && tables.passkeys.remove(digest);
        }
    }

    @Override
    public int removeAll(long userId) {
        synchronized (tables) {
            return tables.passkeys.removeIf(passkey -> passkey.userId() == userId);
        }
    }

    private Optional<StoredPasskey> find(long userId, TokenDigest digest) {
        return find(digest).filter(passkey -> passkey.userId() == userId);
    }

    private boolean put(Optional<StoredPasskey> changed) {
        changed.ifPresent(passkey -> tables.passkeys.put(passkey.digest(), passkey));
        return changed.isPresent();
    }
}
