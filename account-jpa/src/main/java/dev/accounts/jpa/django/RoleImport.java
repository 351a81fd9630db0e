package dev.accounts.jpa.django;

import dev.accounts.jpa.django.DjangoImportReport.Kind;
import dev.accounts.jpa.django.ImportLog.Subject;
import dev.accounts.jpa.internal.django.DjangoDatabase.Link;
import dev.accounts.jpa.internal.django.DjangoDatabase.Role;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
     */
    record Roles(Map<Long, Long> groups, Map<Long, Long> permissions) {}

    Roles run() throws SQLException {
        RoleScreening permissions = screening("select id, code from account_permission", Subject.PERMISSION);
        for (Role permission : context.django().permissions()) {
            permissions.screen(permission, MAX_CODE);
        }
        RoleScreening groups = screening("select id, name from account_group", Subject.GROUP);
        for (Role group : context.django().groups()) {
            groups.screen(group, MAX_NAME);
        }
        Roles roles = new Roles(groups.idsHere(), permissions.idsHere());
        if (!context.dry()) {
            insert("insert into account_permission (id, code) values (?, ?)", permissions.accepted());
            insert("insert into account_group (id, name) values (?, ?)", groups.accepted());
            insertLinks(groups.accepted(), roles);
        }
        context.endBatch();
        return roles;
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
    private void insertLinks(List<Role> newGroups, Roles roles) throws SQLException {
        Set<Long> ids = new HashSet<>();
        newGroups.forEach(group -> ids.add(group.id()));
        LinkCopy links = new LinkCopy(context.accounts(), "group", "permission");
        for (Link link : context.django().groupPermissions()) {
            Long permission = roles.permissions().get(link.owned());
            if (ids.contains(link.owner()) && permission != null) {
                links.add(new Link(link.owner(), permission));
            }
        }
        links.finish();
    }
}
