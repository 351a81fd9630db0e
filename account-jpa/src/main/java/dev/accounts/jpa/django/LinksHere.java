package dev.accounts.jpa.django;

import dev.accounts.jpa.internal.django.UserLinks;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The links that users have in Django, with the ids of groups, permissions and towns here.
 *
 * @param inDjango the links in Django
 * @param roles the groups and permissions here
 * @param townsLeftOut the ids that towns here do not share with those in Django
 */
record LinksHere(UserLinks.All inDjango, RoleImport.Roles roles, Set<Long> townsLeftOut) {

    /**
     * Returns the links that an account gets, by the names of Django's fields.
     *
     * @param presentTowns the towns that it follows now; it keeps those that were left out
     */
    Map<String, Set<Long>> of(long userId, Set<Long> presentTowns) {
        Set<Long> towns = new TreeSet<>(inDjango.towns().of(userId));
        towns.removeAll(townsLeftOut);
        presentTowns.stream().filter(townsLeftOut::contains).forEach(towns::add);
        return Map.of(
                AccountRow.GROUPS, inDjango.groups().mapped(userId, roles.groups()),
                AccountRow.PERMISSIONS, inDjango.permissions().mapped(userId, roles.permissions()),
                AccountRow.TOWNS, towns);
    }
}
