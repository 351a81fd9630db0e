package dev.accounts.internal.service;

import dev.accounts.internal.account.AccountEditor.Edit;
import dev.accounts.internal.account.Departures;
import dev.accounts.internal.account.Registrar;
import dev.accounts.internal.account.Rights;
import dev.accounts.internal.text.CaseFolding;
import dev.accounts.internal.text.EmailAddress;
import dev.accounts.internal.text.Sources;
import dev.accounts.internal.text.Texts;
import dev.accounts.model.AccountEvent;
import dev.accounts.model.AccountMessage.Kind;
import dev.accounts.model.EventContext;
import dev.accounts.model.User;
import dev.accounts.model.UserSearch;
import dev.accounts.service.AccountAdministration;
import dev.accounts.service.RoleAdministration;
import dev.accounts.spi.Assignment;
import dev.accounts.spi.StoredUser;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The face of staff. */
record DefaultAccountAdministration(
        AccountParts parts, Rights rights, Registrar registrar, Departures departures, Optional<String> source)
        implements AccountAdministration {

    /** Later than any token was used, whatever the clocks of the nodes say. */
    private static final Instant ANY_TIME = Instant.parse("9999-01-01T00:00:00Z");

    @Override
    public AccountAdministration from(@Nullable String from) {
        return new DefaultAccountAdministration(parts, rights, registrar, departures, Sources.of(from));
    }

    @Override
    public RoleAdministration roles() {
        return new DefaultRoleAdministration(parts, rights, source);
    }

    @Override
    public List<User> search(long actorId, UserSearch search) {
        rights.requireStaff(actorId);
        return Texts.isWellFormed(search.prefix()) && search.prefix().indexOf('\0') < 0
                ? parts.stores().users().search(search.prefix(CaseFolding.foldBounded(search.prefix())))
                : List.of();
    }

    @Override
    public User create(long actorId, @Nullable String username, @Nullable String email) {
        rights.require(actorId, ADD_USER);
        return registrar.invite(username, email, id -> context(actorId, id));
    }

    @Override
    public void setActive(long actorId, long userId, boolean active) {
        rights.require(actorId, CHANGE_USER);
        parts.editor().apply(userId, now -> {
            rights.require(actorId, CHANGE_USER, now);
            if (!active) {
                departures.requireOtherSuperuser(now);
            }
            return flags(now, active, now.staff(), now.superuser(), () -> {
                if (active) {
                    parts.events().publish(new AccountEvent.Reactivated(context(actorId, userId)));
                } else {
                    parts.stores().tokens().endAll(userId, Optional.empty());
                    parts.oneTimeTokens().endAll(userId);
                    parts.events().publish(new AccountEvent.Deactivated(context(actorId, userId)));
                }
            });
        });
    }

    @Override
    public void setStaff(long actorId, long userId, boolean staff) {
        rights.requireSuperuser(actorId);
        parts.editor().apply(userId, now -> {
            rights.requireSuperuser(actorId);
            return flags(now, now.active(), staff, now.superuser(), () -> rightsChanged(actorId, userId));
        });
    }

    @Override
    public void setSuperuser(long actorId, long userId, boolean superuser) {
        rights.requireSuperuser(actorId);
        parts.editor().apply(userId, now -> {
            rights.requireSuperuser(actorId);
            if (!superuser) {
                departures.requireOtherSuperuser(now);
            }
            return flags(now, now.active(), now.staff(), superuser, () -> rightsChanged(actorId, userId));
        });
    }

    private static Edit flags(StoredUser now, boolean active, boolean staff, boolean superuser, Runnable then) {
        boolean same = now.active() == active && now.staff() == staff && now.superuser() == superuser;
        return Edit.of(
                user -> {
                    StoredUser changed = user.withFlags(active, staff, superuser);
                    // What an account waited for does not outlive its deactivation.
                    return active ? changed : changed.withoutPendingEmail();
                },
                same ? () -> {} : then);
    }

    @Override
    public void setGroups(long actorId, long userId, Collection<Long> groupIds) {
        assign(actorId, Assignment.of(Assignment.Kind.GROUPS_OF_USER, userId, groupIds), "groups");
    }

    @Override
    public void setPermissions(long actorId, long userId, Collection<Long> permissionIds) {
        assign(actorId, Assignment.of(Assignment.Kind.PERMISSIONS_OF_USER, userId, permissionIds), "user_permissions");
    }

    private void assign(long actorId, Assignment assignment, String field) {
        long userId = assignment.holderId();
        rights.requireSuperuser(actorId);
        parts.editor().apply(userId, now -> {
            rights.requireSuperuser(actorId);
            return Edit.of(user -> user, () -> rightsChanged(actorId, userId))
                    .under(() -> parts.stores().roles().assign(assignment).stream()
                            .findFirst()
                            .map(unknown -> parts.refusal(field, "not_found", Long.toString(unknown))));
        });
    }

    @Override
    public void startPasswordReset(long actorId, long userId) {
        rights.require(actorId, CHANGE_USER);
        parts.editor().apply(userId, now -> {
            rights.require(actorId, CHANGE_USER, now);
            if (now.email().isEmpty() || !now.active()) {
                throw parts.refusal(EmailAddress.FIELD, "invalid");
            }
            return Edit.of(user -> user, () -> {
                parts.mailbox().tell(now, Kind.RESET_PASSWORD);
                parts.events().publish(new AccountEvent.PasswordResetRequested(context(actorId, userId)));
            });
        });
    }

    @Override
    public void endSessions(long actorId, long userId) {
        rights.require(actorId, CHANGE_USER);
        parts.editor().apply(userId, now -> {
            rights.require(actorId, CHANGE_USER, now);
            return Edit.of(user -> user, () -> {
                int count = parts.stores().tokens().endAll(userId, Optional.empty());
                parts.events().publish(new AccountEvent.SessionsEnded(context(actorId, userId), count));
            });
        });
    }

    @Override
    public int endAllSessions(long actorId, int limit) {
        if (limit < 1) {
            throw new IllegalArgumentException("limit must be at least 1: " + limit);
        }
        rights.requireSuperuser(actorId);
        return parts.stores().atomically(() -> {
            EventContext context = parts.events().byStaff(actorId, Optional.empty(), source);
            int count = parts.stores().tokens().purge(ANY_TIME, Optional.of(ANY_TIME), limit);
            parts.events().publish(new AccountEvent.SessionsEnded(context, count));
            return count;
        });
    }

    @Override
    public void delete(long actorId, long userId) {
        rights.require(actorId, DELETE_USER);
        parts.editor().apply(userId, now -> {
            rights.require(actorId, DELETE_USER, now);
            return departures.of(now, context(actorId, userId));
        });
    }

    private void rightsChanged(long actorId, long userId) {
        parts.events().publish(new AccountEvent.RightsChanged(context(actorId, userId)));
    }

    private EventContext context(long actorId, long userId) {
        return parts.events().byStaff(actorId, Optional.of(userId), source);
    }
}
