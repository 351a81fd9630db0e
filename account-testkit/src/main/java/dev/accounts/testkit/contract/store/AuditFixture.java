package dev.accounts.testkit.contract.store;

import dev.accounts.model.AccountEvent;
import dev.accounts.model.AuditEntry;
import dev.accounts.model.EventContext;
import dev.accounts.spi.AccountStores;
import dev.accounts.spi.AuditStore;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Random user ids without audit entries, and calls of the audit store. No users have these ids. */
record AuditFixture(Supplier<AccountStores> stores, Supplier<AuditStore> store, long user, long other) {

    private static final int MANY = 1000;

    AuditFixture(Supplier<AccountStores> stores, Supplier<AuditStore> store) {
        this(stores, store, randomId(), randomId());
    }

    private static long randomId() {
        return new SecureRandom().nextLong(1L << 40, 1L << 60);
    }

    AuditStore audit() {
        return store.get();
    }

    static EventContext context(long userId, Instant at) {
        return new EventContext(at, Optional.of(userId), Optional.empty(), Optional.empty());
    }

    static AccountEvent event(long userId, Instant at) {
        return new AccountEvent.Plain(AccountEvent.Kind.PASSWORD_CHANGED, context(userId, at));
    }

    /** Appends an event that is about a user. */
    void append(long userId, Instant at) {
        audit().append(event(userId, at));
    }

    /** All entries about a user. */
    List<AuditEntry> entries(long userId) {
        return audit().list(Optional.of(userId), 0, MANY);
    }
}
