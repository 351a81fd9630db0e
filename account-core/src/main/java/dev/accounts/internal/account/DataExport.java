package dev.accounts.internal.account;

import static java.util.Objects.requireNonNull;

import dev.accounts.internal.event.Actor;
import dev.accounts.internal.event.AuditTrail;
import dev.accounts.internal.event.EventPublisher;
import dev.accounts.internal.factor.FactorDirectory;
import dev.accounts.model.AccountEvent;
import dev.accounts.model.AuditEntry;
import dev.accounts.model.AuthToken;
import dev.accounts.model.Group;
import dev.accounts.model.NotAuthenticatedException;
import dev.accounts.model.NotAuthenticatedException.Reason;
import dev.accounts.model.Permission;
import dev.accounts.model.User;
import dev.accounts.model.factor.AuthenticationMethod;
import dev.accounts.model.factor.EnrolledFactors;
import dev.accounts.model.factor.Passkey;
import dev.accounts.spi.AccountStores;
import dev.accounts.spi.PersonalData;
import dev.accounts.spi.StoredUser;
import dev.accounts.spi.UserKey;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Exports everything that the library and the host keep about a user. */
public record DataExport(
        AccountStores stores, EventPublisher events, List<PersonalData> personalData, Optional<AuditTrail> audit) {

    private static final String ACCOUNT = "account";
    private static final String SESSIONS = "sessions";
    private static final String EVENTS = "events";
    private static final String FACTORS = "factors";

    /** Requires that no other part of the export has the same name. */
    public static PersonalData requireOwnName(PersonalData data, List<PersonalData> others) {
        String name = requireNonNull(data.name(), "name");
        if (List.of(ACCOUNT, SESSIONS, EVENTS, FACTORS).contains(name)
                || others.stream().anyMatch(other -> other.name().equals(name))) {
            throw new IllegalArgumentException("another part of the export has this name: " + name);
        }
        return data;
    }

    public Map<String, @Nullable Object> of(long userId, Optional<String> source) {
        // An exception that leaves the transaction would doom the host's transaction.
        return stores.atomically(() -> gathered(userId, source))
                .orElseThrow(() -> new NotAuthenticatedException(Reason.TOKEN_INVALID));
    }

    /** Gathers the data; empty if the account has been deleted. */
    private Optional<Map<String, @Nullable Object>> gathered(long userId, Optional<String> source) {
        Optional<StoredUser> state = stores.users().read(UserKey.id(userId));
        Optional<User> user = stores.users().find(userId);
        if (state.isEmpty() || user.isEmpty()) {
            return Optional.empty();
        }
        Map<String, @Nullable Object> data = new LinkedHashMap<>();
        data.put(ACCOUNT, account(state.get(), user.get()));
        data.put(FACTORS, factors(new FactorDirectory(stores).of(userId)));
        data.put(
                SESSIONS,
                stores.tokens().list(userId).stream().map(DataExport::session).toList());
        audit.ifPresent(trail -> data.put(
                EVENTS, trail.of(userId).stream().map(DataExport::event).toList()));
        personalData.forEach(part -> data.put(part.name(), part.export(userId)));
        events.publish(Actor.owner(userId, source), AccountEvent.Kind.EXPORTED);
        return Optional.of(data);
    }

    private static Map<String, @Nullable Object> account(StoredUser state, User user) {
        Map<String, @Nullable Object> data = new LinkedHashMap<>();
        data.put("id", user.id());
        data.put("username", user.username());
        data.put("email", user.email());
        data.put("email_verified", state.email().verified());
        data.put("pending_email", state.email().pending().orElse(null));
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

    private static Map<String, @Nullable Object> factors(EnrolledFactors factors) {
        Map<String, @Nullable Object> data = new LinkedHashMap<>();
        data.put("totp_since", factors.totpSince().map(Instant::toString).orElse(null));
        data.put(
                "passkeys", factors.passkeys().stream().map(DataExport::passkey).toList());
        data.put("recovery_codes_left", factors.recoveryCodesLeft());
        return data;
    }

    private static Map<String, @Nullable Object> passkey(Passkey passkey) {
        Map<String, @Nullable Object> data = new LinkedHashMap<>();
        data.put("id", passkey.id().toString());
        data.put("name", passkey.name());
        data.put("created_at", passkey.createdAt().toString());
        data.put("last_used_at", passkey.lastUsedAt().map(Instant::toString).orElse(null));
        return data;
    }

    private static Map<String, @Nullable Object> session(AuthToken token) {
        Map<String, @Nullable Object> data = new LinkedHashMap<>();
        data.put("id", token.id().toString());
        data.put("label", token.label());
        data.put("created_at", token.createdAt().toString());
        data.put("last_used_at", token.lastUsedAt().toString());
        data.put("expires_at", token.expiresAt().map(Instant::toString).orElse(null));
        data.put(
                "scopes",
                token.delegation()
                        .scopes()
                        .map(codes -> codes.stream().sorted().toList())
                        .orElse(null));
        data.put("is_acting", token.delegation().actorId().isPresent());
        data.put("authenticated_at", token.authentication().at().toString());
        data.put(
                "methods",
                token.authentication().methods().stream()
                        .map(AuthenticationMethod::wireName)
                        .toList());
        return data;
    }

    /** Exports an event. The source is left out if a staff actor acted, because it is not the owner's data. */
    private static Map<String, @Nullable Object> event(AuditEntry entry) {
        Optional<String> source = entry.source()
                .filter(from -> entry.actorId().isEmpty() || entry.actorId().equals(entry.userId()));
        Map<String, @Nullable Object> data = new LinkedHashMap<>();
        data.put("at", entry.at().toString());
        data.put("event", entry.event());
        data.put("source", source.orElse(null));
        data.put("detail", entry.detail());
        return data;
    }
}
