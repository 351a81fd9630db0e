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
                entry.detail());
    }

    @Override
    public int purge(Instant before, int limit) {
        synchronized (tables) {
            return tables.auditEntries.removeIf(entry -> entry.at().isBefore(before), limit);
        }
    }
}
