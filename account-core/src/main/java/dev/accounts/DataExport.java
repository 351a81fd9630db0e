package dev.accounts;

import dev.accounts.model.AccountEvent;
import dev.accounts.model.AuditEntry;
import dev.accounts.model.AuthToken;
import dev.accounts.model.Group;
import dev.accounts.model.Permission;
import dev.accounts.model.StorageException;
import dev.accounts.model.User;
import dev.accounts.spi.AccountStores;
import dev.accounts.spi.StoredUser;
import dev.accounts.spi.UserKey;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Gathers all that is kept about a person. */
record DataExport(
        AccountStores stores, EventPublisher events, List<PersonalData> personalData, Optional<AuditTrail> audit) {

    Map<String, @Nullable Object> of(long userId, Optional<String> source) {
        return stores.atomically(() -> {
            Map<String, @Nullable Object> data = new LinkedHashMap<>();
            data.put("account", account(userId));
            data.put(
                    "sessions",
                    stores.tokens().list(userId).stream()
                            .map(DataExport::session)
                            .toList());
            audit.ifPresent(trail -> data.put(
                    "events", trail.of(userId).stream().map(DataExport::event).toList()));
            personalData.forEach(part -> data.put(part.name(), part.export(userId)));
            events.publish(new AccountEvent.Exported(events.byOwner(userId, source)));
            return data;
        });
    }

    private Map<String, @Nullable Object> account(long userId) {
        StoredUser state = stores.users().read(UserKey.id(userId)).orElseThrow(DataExport::gone);
        User user = stores.users().find(userId).orElseThrow(DataExport::gone);
        Map<String, @Nullable Object> data = new LinkedHashMap<>();
        data.put("id", user.id());
        data.put("username", user.username());
        data.put("email", user.email());
        data.put("email_verified", state.emailVerified());
        data.put("pending_email", state.pendingEmail().orElse(null));
        data.put("first_name", user.firstName());
        data.put("last_name", user.lastName());
        data.put("is_active", user.active());
        data.put("is_staff", user.staff());
        data.put("is_superuser", user.superuser());
        data.put("date_joined", user.dateJoined().toString());
        data.put("last_login", user.lastLogin().map(Instant::toString).orElse(null));
        data.put("days_count", user.daysCount());
        data.put("groups", user.groups().stream().map(Group::name).toList());
        data.put(
                "permissions", user.permissions().stream().map(Permission::code).toList());
        data.put("towns", user.towns());
        return data;
    }

    private static Map<String, @Nullable Object> session(AuthToken token) {
        Map<String, @Nullable Object> data = new LinkedHashMap<>();
        data.put("id", token.id().toString());
        data.put("label", token.label());
        data.put("created_at", token.createdAt().toString());
        data.put("last_used_at", token.lastUsedAt().toString());
        data.put("expires_at", token.expiresAt().map(Instant::toString).orElse(null));
        return data;
    }

    private static Map<String, @Nullable Object> event(AuditEntry entry) {
        Map<String, @Nullable Object> data = new LinkedHashMap<>();
        data.put("at", entry.at().toString());
        data.put("event", entry.event());
        data.put("source", entry.source().orElse(null));
        data.put("detail", entry.detail());
        return data;
    }

    private static StorageException gone() {
        return new StorageException(
                StorageException.Outcome.UNCHANGED, new IllegalStateException("the account is gone"));
    }
}
