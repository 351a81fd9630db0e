package dev.accounts.jpa.internal.django;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What some users are linked with, such as their groups. Not thread-safe.
 *
 * @param byUser the ids of the linked rows in ascending order, by the id of the user
 */
public record UserLinks(Map<Long, Set<Long>> byUser) {

    public UserLinks() {
        this(new HashMap<>());
    }

    public void add(long user, long other) {
        byUser.computeIfAbsent(user, any -> new TreeSet<>()).add(other);
    }

    public Set<Long> of(long user) {
        return byUser.getOrDefault(user, Set.of());
    }

    /** Returns the links of a user with other ids; without those that have no other id. */
    public Set<Long> mapped(long user, Map<Long, Long> otherIds) {
        return of(user).stream()
                .filter(otherIds::containsKey)
                .map(id -> otherIds.getOrDefault(id, id))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * All links of some users.
     *
     * @param groups their groups
     * @param permissions the permissions that they have directly
     * @param towns the towns that they follow
     */
    public record All(UserLinks groups, UserLinks permissions, UserLinks towns) {}
}
