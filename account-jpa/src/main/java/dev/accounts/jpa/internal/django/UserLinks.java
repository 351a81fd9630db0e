package dev.accounts.jpa.internal.django;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

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

    /** Returns the links with other ids; without those for which there is no other id. */
    public UserLinks mapped(LongFunction<@Nullable Long> otherId) {
        UserLinks mapped = new UserLinks();
        byUser.forEach((user, ids) -> mapped.byUser.put(
                user,
                ids.stream()
                        .map(otherId::apply)
                        .filter(Objects::nonNull)
                        .collect(Collectors.toCollection(TreeSet::new))));
        return mapped;
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
