package dev.accounts.testkit.memory;

import dev.accounts.model.AccountEvent;
import dev.accounts.model.AuditEntry;
import dev.accounts.model.EventContext;
import dev.accounts.spi.AuditStore;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Audit entries in memory. */
record InMemoryAuditStore(InMemoryTables tables) implements AuditStore {

    @Override
    public void append(AccountEvent event) {
        synchronized (tables) {
            EventContext context = event.context();
            long id = tables.lastAuditEntry.incrementAndGet();
            tables.auditEntries.put(
                    id,
                    new AuditEntry(
                            id,
                            context.at(),
                            event.name(),
                            context.userId(),
                            context.actorId(),
                            context.source(),
                            event.detail(),
                            1));
        }
    }

    @Override
    public void count(AccountEvent event, String key) {
        synchronized (tables) {
            Optional<AuditEntry> counted = tables.countedEntries.find(key).flatMap(tables.auditEntries::find);
            if (counted.isPresent()) {
                tables.auditEntries.put(counted.get().id(), oneMore(counted.get()));
            } else {
                append(event);
                tables.countedEntries.put(key, tables.lastAuditEntry.get());
            }
        }
    }

    private static AuditEntry oneMore(AuditEntry entry) {
        return new AuditEntry(
                entry.id(),
                entry.at(),
                entry.event(),
                entry.userId(),
                entry.actorId(),
                entry.source(),
                entry.detail(),
                entry.occurrences() + 1);
    }

    @Override
    public List<AuditEntry> list(Optional<Long> userId, long afterId, int limit) {
        synchronized (tables) {
            return tables.auditEntries
                    .streamAfter(afterId)
                    .filter(entry -> userId.isEmpty() || entry.userId().equals(userId))
                    .limit(limit)
                    .toList();
        }
    }

    @Override
    public int forget(long userId) {
        synchronized (tables) {
            int gone = tables.auditEntries.removeIf(entry -> entry.userId().equals(Optional.of(userId)));
            tables.auditEntries.stream()
                    .filter(entry -> entry.actorId().equals(Optional.of(userId)))
                    .toList()
                    .forEach(entry -> tables.auditEntries.put(entry.id(), withoutActor(entry)));
            return gone;
        }
    }

    private static AuditEntry withoutActor(AuditEntry entry) {
        return new AuditEntry(
                entry.id(),
                entry.at(),
                entry.event(),
                entry.userId(),
                Optional.empty(),
                Optional.empty(),
                entry.detail(),
                entry.occurrences());
    }

    @Override
    public int purge(Instant before, int limit) {
        synchronized (tables) {
            int gone = tables.auditEntries.removeIf(entry -> entry.at().isBefore(before), limit);
            tables.countedEntries.removeIf(id -> !tables.auditEntries.has(id));
            return gone;
        }
    }
}
