package dev.accounts.jpa.internal.django;

import java.util.List;

/**
 * Some users, in the order of their ids, with what belongs to them.
 *
 * @param users the users
 * @param links what they are linked with
 * @param tokens their tokens
 * @param addresses their addresses as allauth keeps them; empty without its table
 */
public record DjangoPage(
        List<DjangoUser> users, UserLinks.All links, List<DjangoToken> tokens, List<DjangoAddress> addresses) {

    public boolean isEmpty() {
        return users.isEmpty();
    }

    public long lastId() {
        return users.get(users.size() - 1).id();
    }
}
