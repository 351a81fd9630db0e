package dev.accounts.internal.service;

import dev.accounts.internal.account.Rights;
import dev.accounts.internal.event.Actor;
import dev.accounts.internal.event.EventPublisher;
import dev.accounts.internal.text.TextForm;
import dev.accounts.internal.text.Violations;
import dev.accounts.model.AccountEvent;
import dev.accounts.model.Group;
import dev.accounts.model.InvalidInputException;
import dev.accounts.model.Permission;
import dev.accounts.model.Roles;
import dev.accounts.model.ViolationMessages;
import dev.accounts.service.RoleAdministration;
import dev.accounts.spi.AccountStores;
import dev.accounts.spi.Assignment;
import dev.accounts.spi.RoleStore;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Lists groups and permissions for staff, and changes them for superusers. */
record DefaultRoleAdministration(
        AccountStores stores, Rights rights, EventPublisher events, ViolationMessages messages, Optional<String> source)
        implements RoleAdministration {

    private static final String FIELD = "name";
    private static final int MAX_GROUP = 150;
    private static final int MAX_PERMISSION = 200;

    @Override
    public Roles list(long actorId) {
        rights.requireStaff(actorId);
        return roles().roles();
    }

    @Override
    public Group ensureGroup(long actorId, @Nullable String name) {
        rights.requireSuperuser(actorId);
        String checked = checked(name, MAX_GROUP);
        return change(actorId, roles -> {
            boolean known = roles.roles().groups().keySet().stream()
                    .anyMatch(group -> group.name().equals(checked));
            return new Change<>(!known, roles.ensureGroup(checked));
        });
    }

    @Override
    public Permission ensurePermission(long actorId, @Nullable String code) {
        rights.requireSuperuser(actorId);
        String checked = checked(code, MAX_PERMISSION);
        return change(actorId, roles -> {
            boolean known = roles.roles().permissions().stream()
                    .anyMatch(permission -> permission.code().equals(checked));
            return new Change<>(!known, roles.ensurePermission(checked));
        });
    }

    @Override
    public boolean deleteGroup(long actorId, long groupId) {
        rights.requireSuperuser(actorId);
        return change(actorId, roles -> {
            boolean deleted = roles.deleteGroup(groupId);
            return new Change<>(deleted, deleted);
        });
    }

    @Override
    public void setPermissions(long actorId, long groupId, Collection<Long> permissionIds) {
        Collection<Long> checked = Ids.require(permissionIds, "permissionIds");
        rights.requireSuperuser(actorId);
        Assignment assignment = Assignment.of(Assignment.Kind.PERMISSIONS_OF_GROUP, groupId, checked);
        Optional<InvalidInputException> refusal = change(actorId, roles -> {
            SortedSet<Long> missing = roles.assign(assignment);
            return missing.isEmpty()
                    ? new Change<>(true, Optional.empty())
                    : new Change<>(false, Optional.of(notFound(roles, groupId, missing.first())));
        });
        if (refusal.isPresent()) {
            throw refusal.get();
        }
    }

    private InvalidInputException notFound(RoleStore roles, long groupId, long permissionId) {
        boolean isGroup = roles.roles().groups().keySet().stream().anyMatch(known -> known.id() == groupId);
        return isGroup
                ? Violations.refusal(messages, "permissions", "not_found", Long.toString(permissionId))
                : Violations.refusal(messages, "group", "not_found", Long.toString(groupId));
    }

    private RoleStore roles() {
        return stores.roles();
    }

    /** The answer of a store, and whether the store changed anything. */
    private record Change<T>(boolean made, T answer) {}

    private <T> T change(long actorId, Function<RoleStore, Change<T>> work) {
        return stores.atomically(() -> {
            Change<T> change = work.apply(roles());
            if (change.made()) {
                events.publish(Actor.staff(actorId, Optional.empty(), source), AccountEvent.Kind.ROLE_CHANGED);
            }
            return change.answer();
        });
    }

    private String checked(@Nullable String name, int maxCodePoints) {
        Violations violations = new Violations(messages, List.of(FIELD));
        String checked = TextForm.checkName(violations, FIELD, name, maxCodePoints);
        violations.throwIfAny();
        return checked;
    }
}
