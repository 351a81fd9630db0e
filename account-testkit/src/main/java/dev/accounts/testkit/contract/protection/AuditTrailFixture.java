package dev.accounts.testkit.contract.protection;

import dev.accounts.Accounts;
import dev.accounts.AccountsBuilder;
import dev.accounts.model.AuditEntry;
import dev.accounts.policy.AuditPolicy;
import dev.accounts.spi.AuditStore;
import dev.accounts.testkit.internal.AccountsFixture;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** What the cases of the audit table start from: systems that keep one. */
record AuditTrailFixture(AccountsFixture guard, Supplier<AuditStore> audit) {

    static final String SOURCE = "192.0.2.7";

    AccountsBuilder builder(AuditPolicy policy) {
        return guard.builder().audit(audit.get(), policy);
    }

    Accounts accounts() {
        return builder(AuditPolicy.defaults()).build().from(SOURCE);
    }

    List<AuditEntry> entries(long userId) {
        return audit.get().list(Optional.of(userId), 0, 1000);
    }

    List<String> events(long userId) {
        return entries(userId).stream().map(AuditEntry::event).toList();
    }
}
