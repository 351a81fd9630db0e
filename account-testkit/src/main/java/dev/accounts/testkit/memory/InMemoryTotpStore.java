package dev.accounts.testkit.memory;

import dev.accounts.spi.factor.StoredTotp;
import dev.accounts.spi.factor.TotpStore;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Seeds of one-time codes in memory. */
record InMemoryTotpStore(InMemoryTables tables) implements TotpStore {

    @Override
    public void put(StoredTotp totp) {
        synchronized (tables) {
            if (!tables.users.has(totp.userId())) {
                throw InMemoryTables.broken("there is no such user");
            }
            tables.totp.put(totp.userId(), totp);
        }
    }

    @Override
    public Optional<StoredTotp> find(long userId) {
        synchronized (tables) {
            return tables.totp.find(userId);
        }
    }

    @Override
    public boolean use(StoredTotp seen, long step) {
        return change(
                seen,
                now -> now.lastStep() < step,
                now -> new StoredTotp(now.userId(), now.encryptedSeed(), step, now.enrolledAt()));
    }

    @Override
    public boolean reencrypt(StoredTotp seen, String encryptedSeed) {
        return change(
                seen,
                now -> true,
                now -> new StoredTotp(now.userId(), encryptedSeed, now.lastStep(), now.enrolledAt()));
    }

    private boolean change(StoredTotp seen, Predicate<StoredTotp> condition, UnaryOperator<StoredTotp> change) {
        synchronized (tables) {
            Optional<StoredTotp> now = find(seen.userId())
                    .filter(found -> found.encryptedSeed().equals(seen.encryptedSeed()))
                    .filter(condition);
            now.ifPresent(found -> tables.totp.put(found.userId(), change.apply(found)));
            return now.isPresent();
        }
    }

    @Override
    public boolean remove(long userId) {
        synchronized (tables) {
            return tables.totp.remove(userId);
        }
    }
}
