package dev.accounts.internal.account;

import dev.accounts.internal.text.Violations;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Checks the towns that a person wants to follow. */
final class FollowedTowns {

    static final String FIELD = "towns";
    private static final int MAX = 1000;

    private FollowedTowns() {}

    /** Returns each town once; reports too many towns and returns none. */
    static Set<Long> distinct(Violations violations, List<Long> towns) {
        Set<Long> distinct = new HashSet<>(towns);
        if (distinct.size() > MAX) {
            violations.add(FIELD, "too_many", Integer.toString(MAX));
            distinct.clear();
        }
        return distinct;
    }

    /** Reports unknown towns in the order of the request. */
    static void reportUnknown(Violations violations, List<Long> towns, Collection<Long> unknown) {
        towns.stream()
                .distinct()
                .filter(unknown::contains)
                .forEach(id -> violations.add(FIELD, "not_found", Long.toString(id)));
    }
}
