package dev.accounts.testkit.memory;

import static java.util.Comparator.comparing;

import dev.accounts.spi.KnownSourceStore;
import dev.accounts.testkit.memory.InMemoryTables.KnownSourceRow;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Known sources in memory. */
record InMemoryKnownSourceStore(InMemoryTables tables) implements KnownSourceStore {

    @Override
    public Optional<Instant> find(String digest) {
        synchronized (tables) {
            return tables.knownSources.find(digest).map(KnownSourceRow::lastLogin);
        }
    }

    @Override
    public void record(long userId, String digest, Instant now) {
        synchronized (tables) {
            tables.knownSources.put(digest, new KnownSourceRow(digest, userId, now));
            List<KnownSourceRow> others = tables.knownSources.stream()
                    .filter(row -> row.userId() == userId && !row.digest().equals(digest))
                    .sorted(comparing(KnownSourceRow::lastLogin).reversed())
                    .toList();
            others.stream().skip(MOST - 1).forEach(row -> tables.knownSources.remove(row.digest()));
        }
    }

    @Override
    public int forget(long userId) {
        synchronized (tables) {
            return tables.knownSources.removeIf(row -> row.userId() == userId);
        }
    }

    @Override
    public int purge(Instant now, Instant before, int limit) {
        synchronized (tables) {
            tables.knownSources.replaceAll(
                    row -> row.lastLogin().isAfter(now) ? new KnownSourceRow(row.digest(), row.userId(), now) : row);
            return tables.knownSources.removeIf(row -> row.lastLogin().isBefore(before), limit);
        }
    }
}
