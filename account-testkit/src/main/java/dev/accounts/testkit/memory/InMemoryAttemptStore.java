package dev.accounts.testkit.memory;

import dev.accounts.spi.AttemptStore;
import dev.accounts.spi.Attempts;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Counts of attempts in memory. */
record InMemoryAttemptStore(InMemoryTables tables) implements AttemptStore {

    @Override
    public Optional<Attempts> find(String key) {
        synchronized (tables) {
            return tables.attempts.find(key);
        }
    }

    @Override
    public Map<String, Attempts> find(Collection<String> keys) {
        synchronized (tables) {
            return keys.stream()
                    .filter(key -> find(key).isPresent())
                    .collect(Collectors.toMap(key -> key, key -> find(key).orElseThrow()));
        }
    }

    @Override
    public boolean replace(String key, Optional<Attempts> seen, Attempts next) {
        synchronized (tables) {
            boolean same = find(key).equals(seen);
            if (same) {
                tables.attempts.put(key, next);
            }
            return same;
        }
    }

    @Override
    public boolean remove(String key, Attempts seen) {
        synchronized (tables) {
            boolean same = find(key).equals(Optional.of(seen));
            if (same) {
                tables.attempts.remove(key);
            }
            return same;
        }
    }

    @Override
    public void remove(String key) {
        synchronized (tables) {
            tables.attempts.remove(key);
        }
    }

    @Override
    public int purge(Instant now, Instant before, Instant fewBefore, int limit) {
        synchronized (tables) {
            tables.attempts.replaceAll(
                    attempts -> attempts.last().isAfter(now) ? new Attempts(attempts.count(), now) : attempts);
            return tables.attempts.removeIf(
                    attempts -> attempts.last().isBefore(before)
                            || (attempts.count() <= FEW && attempts.last().isBefore(fewBefore)),
                    limit);
        }
    }
}
