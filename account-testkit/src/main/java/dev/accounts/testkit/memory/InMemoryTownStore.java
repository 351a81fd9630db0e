package dev.accounts.testkit.memory;

import dev.accounts.model.Town;
import dev.accounts.spi.NewTown;
import dev.accounts.spi.TownStore;
import java.util.List;
import java.util.Optional;

/** Towns in memory. */
record InMemoryTownStore(InMemoryTables tables) implements TownStore {

    @Override
    public Town insert(NewTown town) {
        synchronized (tables) {
            long id = tables.lastTown.incrementAndGet();
            Town stored = new Town(id, town.name(), town.country(), town.longitude(), town.latitude());
            tables.towns.put(id, stored);
            return stored;
        }
    }

    @Override
    public Optional<Town> find(long id) {
        synchronized (tables) {
            return tables.towns.find(id);
        }
    }

    @Override
    public List<Town> list(long afterId, int limit) {
        synchronized (tables) {
            return tables.towns.streamAfter(afterId).limit(limit).toList();
        }
    }
}
