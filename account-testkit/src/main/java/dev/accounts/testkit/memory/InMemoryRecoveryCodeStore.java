package dev.accounts.testkit.memory;

import dev.accounts.model.TokenDigest;
import dev.accounts.spi.factor.RecoveryCodeStore;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** Unused recovery codes in memory. */
record InMemoryRecoveryCodeStore(InMemoryTables tables) implements RecoveryCodeStore {

    @Override
    public void add(long userId, Collection<TokenDigest> codes) {
        synchronized (tables) {
            if (!tables.users.has(userId)) {
                throw InMemoryTables.broken("there is no such user");
            }
            List<TokenDigest> present = codes(userId);
            if (codes.stream().distinct().count() < codes.size()
                    || codes.stream().anyMatch(present::contains)) {
                throw InMemoryTables.broken("the code exists already");
            }
            tables.recoveryCodes.put(
                    userId, Stream.concat(present.stream(), codes.stream()).toList());
        }
    }

    @Override
    public int count(long userId) {
        return codes(userId).size();
    }

    @Override
    public boolean has(long userId, TokenDigest code) {
        return codes(userId).contains(code);
    }

    @Override
    public boolean use(long userId, TokenDigest code) {
        synchronized (tables) {
            List<TokenDigest> present = codes(userId);
            if (!present.contains(code)) {
                return false;
            }
            tables.recoveryCodes.put(
                    userId,
                    present.stream().filter(other -> !other.equals(code)).toList());
            return true;
        }
    }

    @Override
    public int removeAll(long userId) {
        synchronized (tables) {
            int count = count(userId);
            tables.recoveryCodes.remove(userId);
            return count;
        }
    }

    private List<TokenDigest> codes(long userId) {
        synchronized (tables) {
            return tables.recoveryCodes.find(userId).orElse(List.of());
        }
    }
}
