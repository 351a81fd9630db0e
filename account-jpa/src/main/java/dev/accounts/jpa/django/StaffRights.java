package dev.accounts.jpa.django;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Knows which staff may manage accounts after the import.
 *
 * @param ofPermissions the right that a permission gives, by its id in Django
 * @param ofGroups the rights that a group gives, by its id in Django
 */
record StaffRights(Map<Long, String> ofPermissions, Map<Long, Set<String>> ofGroups) {

    /** Returns what staff with these groups and permissions could do over Djoser, and cannot do here. */
    List<String> lostBy(Set<Long> groups, Set<Long> permissions) {
        Set<String> rights = new HashSet<>();
        groups.forEach(group -> rights.addAll(ofGroups.getOrDefault(group, Set.of())));
        permissions.forEach(permission -> rights.add(ofPermissions.getOrDefault(permission, "")));
        return LibraryRights.OF_STAFF.stream()
                .filter(right -> !rights.contains(right))
                .toList();
    }
}
