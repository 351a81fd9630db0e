package dev.accounts.internal.event;

import dev.accounts.model.AccountEvent;
import dev.accounts.model.AuditEntry;
import dev.accounts.model.EventContext;
import dev.accounts.model.TokenDigest;
import dev.accounts.policy.AuditPolicy;
import dev.accounts.spi.AccountListener;
import dev.accounts.spi.AuditStore;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Records events in the audit table and removes them as the policy demands. */
public record AuditTrail(AuditStore store, AuditPolicy policy) implements AccountListener {

    private static final int PAGE = 1000;

    /**
     * Records an event. Throttled attempts are left out, and what is about no account is counted by source and hour: both cost an
     * attacker little and could fill the table.
     */
    @Override
    public void on(AccountEvent event) {
        EventContext context = event.context();
        if (event.kind() == AccountEvent.Kind.THROTTLED) {
            return;
        }
        if (context.userId().isEmpty() && context.actorId().isEmpty()) {
            store.count(event, hourly(event));
        } else {
            store.append(event);
        }
    }

    private static String hourly(AccountEvent event) {
        return TokenDigest.of(String.join(
                        "\0",
                        event.name(),
                        event.detail(),
                        event.context().source().orElse(""),
                        event.context().at().truncatedTo(ChronoUnit.HOURS).toString()))
                .hex();
    }

    public void accountDeleted(long userId) {
        if (!policy.keptAfterDeletion()) {
            store.forget(userId);
        }
    }

    public List<AuditEntry> of(long userId) {
        List<AuditEntry> entries = new ArrayList<>();
        List<AuditEntry> page;
        long afterId = 0;
        do {
            page = store.list(Optional.of(userId), afterId, PAGE);
            entries.addAll(page);
            afterId = page.isEmpty() ? afterId : page.get(page.size() - 1).id();
        } while (page.size() == PAGE);
        return entries;
    }

    public int purge(Instant now, int limit) {
        return store.purge(now.minus(policy.retention()), limit);
    }
}
