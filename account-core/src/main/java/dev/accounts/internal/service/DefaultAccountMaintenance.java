package dev.accounts.internal.service;

import dev.accounts.internal.account.AccountEditor;
import dev.accounts.internal.event.AuditTrail;
import dev.accounts.internal.message.Delivery;
import dev.accounts.model.AccountEvent;
import dev.accounts.model.EventContext;
import dev.accounts.policy.ThrottlePolicy;
import dev.accounts.policy.TokenPolicy;
import dev.accounts.service.AccountMaintenance;
import dev.accounts.spi.AccountNotifier;
import dev.accounts.spi.AccountStores;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** The face of the host's scheduler. */
record DefaultAccountMaintenance(
        AccountParts parts, Delivery delivery, InstantSource clock, TokenPolicy tokenPolicy, Optional<AuditTrail> audit)
        implements AccountMaintenance {

    @Override
    public int purge(int limit) {
        requirePositive(limit);
        AccountStores stores = parts.stores();
        Instant now = clock.instant();
        return stores.tokens().purge(now, tokenPolicy.idleTimeout().map(now::minus), limit)
                + stores.oneTimeTokens().purge(now, limit)
                + stores.apart(() -> stores.attempts().purge(now.minus(ThrottlePolicy.MEMORY), limit))
                + stores.outbox().purge(now.minus(Delivery.RETENTION), limit)
                + audit.map(trail -> trail.purge(now, limit)).orElse(0);
    }

    @Override
    public int deliver(AccountNotifier notifier, int limit) {
        requirePositive(limit);
        return delivery.deliver(notifier, limit);
    }

    @Override
    public void appointSuperuser(long userId) {
        parts.editor()
                .apply(
                        userId,
                        now -> AccountEditor.Edit.of(user -> user.withFlags(true, true, true), () -> {
                            EventContext context = parts.events().byNobody(Optional.of(userId), Optional.empty());
                            if (!now.active()) {
                                parts.events().publish(new AccountEvent.Reactivated(context));
                            }
                            parts.events().publish(new AccountEvent.RightsChanged(context));
                        }));
    }

    private static void requirePositive(int limit) {
        if (limit < 1) {
            throw new IllegalArgumentException("limit must be at least 1: " + limit);
        }
    }
}
