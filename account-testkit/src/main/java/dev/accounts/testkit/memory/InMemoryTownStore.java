package dev.accounts.testkit.memory;

import dev.accounts.model.Town;
import dev.accounts.spi.NewTown;
import dev.accounts.spi.TownStore;
import dev.accounts.testkit.memory.InMemoryTables.UserRow;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

    @Override
    public List<Town> search(String prefix, long afterId, int limit) {
        synchronized (tables) {
            return tables.towns
                    .streamAfter(afterId)
                    .filter(town -> town.name().startsWith(prefix))
                    .limit(limit)
                    .toList();
        }
    }

    @Override
    public Change rename(long id, String name) {
        synchronized (tables) {
            return tables.towns.find(id).map(town -> rename(town, name)).orElse(Change.UNKNOWN);
        }
    }

    private Change rename(Town town, String name) {
        boolean taken = tables.towns.stream()
                .anyMatch(other -> other.id() != town.id()
                        && other.name().equals(name)
                        && other.country().equals(town.country()));
        if (taken) {
            return Change.REFUSED;
        }
        tables.towns.put(town.id(), new Town(town.id(), name, town.country(), town.longitude(), town.latitude()));
        return Change.DONE;
    }

    @Override
    public Change delete(long id) {
        synchronized (tables) {
            if (followers(id).findAny().isPresent()) {
                return Change.REFUSED;
            }
            return tables.towns.remove(id) ? Change.DONE : Change.UNKNOWN;
        }
    }

    @Override
    public SortedSet<Long> replace(long id, long replacementId) {
        synchronized (tables) {
            SortedSet<Long> unknown = Stream.of(id, replacementId)
                    .filter(town -> !tables.towns.has(town))
                    .collect(Collectors.toCollection(TreeSet::new));
            if (unknown.isEmpty()) {
                followers(id)
                        .toList()
                        .forEach(row -> tables.users.put(
                                row.user().id(),
                                row.with(new UserEdit(row.user())
                                        .town(id, replacementId)
                                        .user())));
                tables.towns.remove(id);
            }
            return unknown;
        }
    }

    private Stream<UserRow> followers(long id) {
        return tables.users.stream().filter(row -> row.user().towns().contains(id));
    }
}
