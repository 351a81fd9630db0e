package dev.accounts.internal.service;

import static java.util.Objects.requireNonNull;

import dev.accounts.internal.account.AccountDeletion;
import dev.accounts.internal.account.AccountEditor;
import dev.accounts.internal.account.AccountEditor.Edit;
import dev.accounts.internal.account.Consequences;
import dev.accounts.internal.account.ProfileUpdate;
import dev.accounts.internal.account.Registrar;
import dev.accounts.internal.account.Rights;
import dev.accounts.internal.event.Actor;
import dev.accounts.internal.event.EventPublisher;
import dev.accounts.internal.proof.FactorRemoval;
import dev.accounts.internal.text.CaseFolding;
import dev.accounts.internal.text.Texts;
import dev.accounts.internal.text.Violations;
import dev.accounts.model.AccountEvent;
import dev.accounts.model.ProfileChange;
import dev.accounts.model.User;
import dev.accounts.model.UserSearch;
import dev.accounts.model.ViolationMessages;
import dev.accounts.service.AccountAdministration;
import dev.accounts.service.RoleAdministration;
import dev.accounts.service.TownAdministration;
import dev.accounts.spi.AccountStores;
import dev.accounts.spi.Assignment;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Performs the operations of staff. It checks the rights of the actor before a change and again inside its transaction. */
record DefaultAccountAdministration(
        AccountStores stores, Rights rights, Changes changes, ViolationMessages messages, Optional<String> source)
        implements AccountAdministration {

    /** The classes that create, change and delete accounts. */
    record Changes(
            Registrar registrar,
            AccountEditor editor,
            AccountDeletion deletion,
            ProfileUpdate profiles,
            FactorRemoval factors,
            Consequences consequences) {}

    /** Later than the last use of any token, even where the clocks of the nodes differ. */
    private static final Instant ANY_TIME = Instant.parse("9999-01-01T00:00:00Z");

    @Override
    public AccountAdministration from(@Nullable String from) {
        return new DefaultAccountAdministration(stores, rights, changes, messages, Actor.source(from));
    }

    @Override
    public RoleAdministration roles() {
        return new DefaultRoleAdministration(stores, rights, events(), messages, source);
    }

    @Override
    public TownAdministration towns() {
        return new DefaultTownAdministration(stores, rights, events(), messages, source);
    }

    @Override
    public List<User> search(long actorId, UserSearch search) {
        requireNonNull(search, "search");
        rights.requireStaff(actorId);
        return Texts.isWellFormed(search.prefix()) && search.prefix().indexOf('\0') < 0
                ? stores.users().search(search.prefix(CaseFolding.foldBounded(search.prefix())))
                : List.of();
    }

    @Override
    public User create(long actorId, @Nullable String username, @Nullable String email) {
        rights.require(actorId, ADD_USER);
        return changes.registrar().invite(username, email, id -> actor(actorId, id));
    }

    @Override
    public void setActive(long actorId, long userId, boolean active) {
        flags().setActive(actorId, userId, active);
    }

    @Override
    public void setStaff(long actorId, long userId, boolean staff) {
        flags().setStaff(actorId, userId, staff);
    }

    @Override
    public void setSuperuser(long actorId, long userId, boolean superuser) {
        flags().setSuperuser(actorId, userId, superuser);
    }

    private UserFlags flags() {
        return new UserFlags(rights, changes, source);
    }

    @Override
    public User changeProfile(long actorId, long userId, ProfileChange change, @Nullable String newEmail) {
        return new UserProfiles(rights, changes.editor(), changes.profiles(), source)
                .change(actorId, userId, change, newEmail);
    }

    @Override
    public void setGroups(long actorId, long userId, Collection<Long> groupIds) {
        assign(
                actorId,
                Assignment.of(Assignment.Kind.GROUPS_OF_USER, userId, Ids.require(groupIds, "groupIds")),
                "groups");
    }

    @Override
    public void setPermissions(long actorId, long userId, Collection<Long> permissionIds) {
        Collection<Long> checked = Ids.require(permissionIds, "permissionIds");
        assign(actorId, Assignment.of(Assignment.Kind.PERMISSIONS_OF_USER, userId, checked), "user_permissions");
    }

    private void assign(long actorId, Assignment assignment, String field) {
        long userId = assignment.holderId();
        rights.requireSuperuser(actorId);
        changes.editor().apply(userId, now -> {
            rights.requireSuperuser(actorId);
            return Edit.of(
                            user -> user,
                            () -> events().publish(actor(actorId, userId), AccountEvent.Kind.RIGHTS_CHANGED))
                    .under(() -> stores.roles().assign(assignment).stream()
                            .findFirst()
                            .map(unknown -> Violations.refusal(messages, field, "not_found", Long.toString(unknown))));
        });
    }

    @Override
    public void startPasswordReset(long actorId, long userId) {
        access().startPasswordReset(actorId, userId);
    }

    @Override
    public void endSessions(long actorId, long userId) {
        access().endSessions(actorId, userId);
    }

    @Override
    public boolean removeFactors(long actorId, long userId) {
        return access().removeFactors(actorId, userId);
    }

    private UserAccess access() {
        return new UserAccess(stores, rights, changes, messages, source);
    }

    @Override
    public int endAllSessions(long actorId, int limit) {
        if (limit < 1) {
            throw new IllegalArgumentException("limit must be at least 1: " + limit);
        }
        rights.requireSuperuser(actorId);
        return stores.atomically(() -> {
            int count = stores.tokens().purge(ANY_TIME, Optional.of(ANY_TIME), limit);
            events().publish(
                            Actor.staff(actorId, Optional.empty(), source),
                            context -> new AccountEvent.SessionsEnded(context, count));
            return count;
        });
    }

    @Override
    public void delete(long actorId, long userId) {
        rights.require(actorId, DELETE_USER);
        changes.editor().apply(userId, now -> {
            rights.require(actorId, DELETE_USER, now);
            return changes.deletion().of(now, actor(actorId, userId));
        });
    }

    private Actor actor(long actorId, long userId) {
        return Actor.staff(actorId, Optional.of(userId), source);
    }

    private EventPublisher events() {
        return changes.consequences().events();
    }
}
