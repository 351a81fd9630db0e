package dev.accounts.testkit;

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
                            event.detail()));
        }
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
            return tables.auditEntries.removeIf(entry -> entry.userId().equals(Optional.of(userId)));
        }
    }

    @Override
    public int purge(Instant before, int limit) {
        synchronized (tables) {
            return tables.auditEntries.removeIf(entry -> entry.at().isBefore(before), limit);
        }
    }
}
