package dev.accounts.jpa.django;

import dev.accounts.jpa.django.DjangoImportReport.Kind;
import dev.accounts.jpa.internal.django.DjangoDatabase.Link;
import dev.accounts.jpa.internal.django.DjangoDatabase.Role;
import dev.accounts.jpa.internal.django.ImportSql;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The permissions of groups. The ids of groups are those in Django, the ids of permissions those here.
 *
 * @param inDjango what the groups have in Django
 * @param here what the groups have here, or will have
 * @param newGroups the groups that are not here yet
 */
record GroupPermissions(Map<Long, Set<Long>> inDjango, Map<Long, Set<Long>> here, Set<Long> newGroups) {

    private static final String SELECT =
            "select group_id, permission_id from account_group_permission where group_id in";

    static GroupPermissions read(ImportSql accounts, List<Link> links, RoleScreening permissions, RoleScreening groups)
            throws SQLException {
        Set<Long> newGroups = new HashSet<>();
        groups.accepted().stream().map(Role::id).forEach(newGroups::add);
        Map<Long, Set<Long>> inDjango = new HashMap<>();
        for (Link link : links) {
            Long permission = permissions.idsHere().get(link.owned());
            if (permission != null && groups.idsHere().containsKey(link.owner())) {
                inDjango.computeIfAbsent(link.owner(), any -> new TreeSet<>()).add(permission);
            }
        }
        Map<Long, Long> presentInDjango = new HashMap<>();
        groups.idsHere().forEach((id, idHere) -> {
            if (!newGroups.contains(id)) {
                presentInDjango.put(idHere, id);
            }
        });
        Map<Long, Set<Long>> here = new HashMap<>();
        newGroups.forEach(id -> here.put(id, inDjango.getOrDefault(id, Set.of())));
        presentInDjango.values().forEach(id -> here.put(id, new TreeSet<>()));
        accounts.forEachIn(
                SELECT,
                presentInDjango.keySet(),
                row -> here.getOrDefault(presentInDjango.get(row.getLong(1)), new TreeSet<>())
                        .add(row.getLong(2)));
        return new GroupPermissions(inDjango, here, newGroups);
    }

    /** Reports groups that were here before and have other permissions than in Django. */
    void compare(ImportLog log) {
        here.forEach((group, permissions) -> {
            if (!permissions.equals(inDjango.getOrDefault(group, Set.of()))) {
                log.find(
                        Kind.GROUP_DIFFERS,
                        group,
                        "it was here before, and has other permissions than in Django: no run changes them");
            }
        });
    }

    List<Link> ofNewGroups() {
        List<Link> links = new ArrayList<>();
        for (long group : newGroups) {
            inDjango.getOrDefault(group, Set.of()).forEach(permission -> links.add(new Link(group, permission)));
        }
        return links;
    }
}
