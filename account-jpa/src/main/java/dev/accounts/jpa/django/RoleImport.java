package dev.accounts.jpa.django;

import dev.accounts.jpa.django.DjangoImportReport.Kind;
import dev.accounts.jpa.django.ImportLog.Subject;
import dev.accounts.jpa.internal.django.DjangoDatabase.Link;
import dev.accounts.jpa.internal.django.DjangoDatabase.Role;
import dev.accounts.jpa.internal.django.DjangoPermission;
import dev.accounts.jpa.internal.django.LinkCopy;
import dev.accounts.jpa.internal.django.UserModel;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Imports permissions and groups in one transaction. Those with equal codes or names are the same, even if their ids
 * differ.
 */
record RoleImport(ImportContext context) {

    private static final int MAX_NAME = 150;
    private static final int MAX_CODE = 200;

    /**
     * The roles here that correspond to those in Django. Roles that were left out are missing.
     *
     * @param groups the ids of groups here, by their ids in Django
     * @param permissions the ids of permissions here, by their ids in Django
     * @param staff what staff may do
     */
    record Roles(Map<Long, Long> groups, Map<Long, Long> permissions, StaffRights staff) {}

    Roles run() throws SQLException {
        List<DjangoPermission> all = context.django().permissions();
        LibraryRights rights = new LibraryRights(userModel(all));
        List<Link> groupPermissions = context.django().groupPermissions();
        RoleScreening permissions = screenPermissions(all, rights, groupPermissions);
        RoleScreening groups = screening("select id, name from account_group", Subject.GROUP);
        for (Role group : context.django().groups()) {
            groups.screen(group, MAX_NAME);
        }
        GroupPermissions ofGroups = GroupPermissions.read(context.accounts(), groupPermissions, permissions, groups);
        ofGroups.compare(context.log());
        if (!context.dry()) {
            insert("insert into account_permission (id, code) values (?, ?)", permissions.accepted());
            insert("insert into account_group (id, name) values (?, ?)", groups.accepted());
            insertLinks(ofGroups);
        }
        context.endBatch();
        return new Roles(groups.idsHere(), permissions.idsHere(), staffRights(all, rights, ofGroups, permissions));
    }

    private Optional<UserModel> userModel(List<DjangoPermission> permissions) {
        List<UserModel> models = UserModel.among(
                permissions, context.settings().source(), context.django().tables());
        if (models.size() > 1) {
            context.log()
                    .find(
                            Kind.USER_MODEL_UNCLEAR,
                            0,
                            "no permission on users became one of this library, because the user model may be any of "
                                    + models + ": set userModel");
        }
        return models.size() == 1 ? Optional.of(models.get(0)) : Optional.empty();
    }

    private RoleScreening screenPermissions(
            List<DjangoPermission> all, LibraryRights rights, List<Link> groupPermissions) throws SQLException {
        RoleScreening screening = screening("select id, code from account_permission", Subject.PERMISSION);
        Set<Long> granted = new HashSet<>(context.django().permissionsOfUsers());
        groupPermissions.forEach(link -> granted.add(link.owned()));
        for (DjangoPermission permission : all) {
            if (rights.isUsurped(permission)) {
                screening.leaveOut(
                        permission.id(), "it is not about users, but has the code of a right of this library");
                continue;
            }
            screening.screen(new Role(permission.id(), rights.codeOf(permission)), MAX_CODE);
            if (rights.lacksCounterpart(permission) && granted.contains(permission.id())) {
                context.log()
                        .find(
                                Kind.PERMISSION_WITHOUT_COUNTERPART,
                                permission.id(),
                                permission.code() + " is imported as a code, but the library asks for it nowhere");
            }
        }
        return screening;
    }

    private RoleScreening screening(String selectPresent, Subject subject) throws SQLException {
        RoleScreening screening = new RoleScreening(
                context.log(), subject, subject == Subject.GROUP ? Kind.GROUP_LEFT_OUT : Kind.PERMISSION_LEFT_OUT);
        context.accounts().forEach(selectPresent, row -> screening.present(new Role(row.getLong(1), row.getString(2))));
        return screening;
    }

    private void insert(String sql, List<Role> roles) throws SQLException {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (Role role : roles) {
            rows.add(new Object[] {role.id(), role.name()});
        }
        context.accounts().batch(sql, rows);
    }

    /** Inserts the permissions of new groups. Groups that existed already keep the permissions they have. */
    private void insertLinks(GroupPermissions ofGroups) throws SQLException {
        LinkCopy links = new LinkCopy(context.accounts(), "group", "permission");
        for (Link link : ofGroups.ofNewGroups()) {
            links.add(link);
        }
        links.finish();
    }

    private static StaffRights staffRights(
            List<DjangoPermission> all, LibraryRights rights, GroupPermissions ofGroups, RoleScreening permissions) {
        Map<Long, String> byPermission = new HashMap<>();
        Map<Long, String> byIdHere = new HashMap<>();
        for (DjangoPermission permission : all) {
            Long idHere = permissions.idsHere().get(permission.id());
            Optional<String> right = rights.of(permission);
            if (idHere != null && right.isPresent()) {
                byPermission.put(permission.id(), right.get());
                byIdHere.put(idHere, right.get());
            }
        }
        Map<Long, Set<String>> byGroup = new HashMap<>();
        ofGroups.here()
                .forEach((group, idsHere) -> idsHere.forEach(id -> Optional.ofNullable(byIdHere.get(id))
                        .ifPresent(right -> byGroup.computeIfAbsent(group, any -> new TreeSet<>())
                                .add(right))));
        return new StaffRights(byPermission, byGroup);
    }
}
