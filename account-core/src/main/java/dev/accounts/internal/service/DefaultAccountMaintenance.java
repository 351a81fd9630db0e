package dev.accounts.internal.service;

import static java.util.Objects.requireNonNull;

import dev.accounts.internal.account.AccountEditor;
import dev.accounts.internal.event.Actor;
import dev.accounts.internal.event.AuditTrail;
import dev.accounts.internal.event.EventPublisher;
import dev.accounts.internal.message.Delivery;
import dev.accounts.internal.throttle.Throttle;
import dev.accounts.model.AccountEvent;
import dev.accounts.policy.TokenPolicy;
import dev.accounts.service.AccountMaintenance;
import dev.accounts.spi.AccountNotifier;
import dev.accounts.spi.AccountStores;
import dev.accounts.spi.KnownSourceStore;
import dev.accounts.spi.StoredUser;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Performs the tasks of the host's scheduler, and appoints superusers. */
record DefaultAccountMaintenance(
        AccountStores stores, Delivery delivery, AccountEditor editor, EventPublisher events, Retention retention)
        implements AccountMaintenance {

    private static final StoredUser.Flags SUPERUSER = new StoredUser.Flags(true, true, true);

    /** The clock and the policies that decide how long rows are kept. */
    record Retention(InstantSource clock, TokenPolicy tokens, Duration fewAttempts, Optional<AuditTrail> audit) {}

    @Override
    public int purge(int limit) {
        requirePositive(limit);
        Instant now = retention.clock().instant();
        return stores.tokens().purge(now, retention.tokens().idleTimeout().map(now::minus), limit)
                + stores.oneTimeTokens().purge(now, limit)
                + stores.knownSources().purge(now, now.minus(KnownSourceStore.MEMORY), limit)
                + purgeAttempts(now, limit)
                + purgeOutbox(now, limit)
                + retention.audit().map(trail -> trail.purge(now, limit)).orElse(0);
    }

    private int purgeAttempts(Instant now, int limit) {
        Instant few = now.minus(retention.fewAttempts());
        return stores.apart(() -> stores.attempts().purge(now, Throttle.forgottenAt(now), few, limit));
    }

    private int purgeOutbox(Instant now, int limit) {
        return stores.outbox().purge(now.minus(Delivery.RETENTION), limit);
    }

    @Override
    public int deliver(AccountNotifier notifier, int limit) {
        requireNonNull(notifier, "notifier");
        requirePositive(limit);
        int delivered = delivery.deliver(notifier, limit);
        // Dummies for unknown addresses go with each delivery, so that strangers cannot fill the table.
        purgeOutbox(retention.clock().instant(), limit);
        return delivered;
    }

    @Override
    public Runnable recurring(AccountNotifier notifier) {
        return new RecurringTask(this, requireNonNull(notifier, "notifier"), retention.clock());
    }

    @Override
    public Optional<Duration> longestWait() {
        return stores.outbox()
                .oldest()
                .map(requested -> Duration.between(requested, retention.clock().instant()))
                .map(wait -> wait.isNegative() ? Duration.ZERO : wait);
    }

    @Override
    public void appointSuperuser(long userId) {
        editor.apply(
                userId,
                now -> AccountEditor.Edit.of(user -> user.withFlags(SUPERUSER), () -> {
                    Actor host = Actor.anonymous(Optional.of(userId), Optional.empty());
                    if (!now.active()) {
                        events.publish(host, AccountEvent.Kind.REACTIVATED);
                    }
                    events.publish(host, AccountEvent.Kind.RIGHTS_CHANGED);
                }));
    }

    private static void requirePositive(int limit) {
        if (limit < 1) {
            throw new IllegalArgumentException("limit must be at least 1: " + limit);
        }
    }
}
