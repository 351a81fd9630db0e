package dev.accounts.jpa.faults;

import java.util.Set;
import java.util.TreeSet;

/**
 * What a history says of an account at one moment.
 *
 * @param exists whether it is registered
 * @param password the password that works
 * @param tokens the values of its live tokens, as far as a client has seen them
 * @param unseen how many tokens it has whose values no client has seen
 */
record State(boolean exists, String password, Set<String> tokens, int unseen) {

    /** No account. */
    static final State NONE = new State(false, "", Set.of(), 0);

    static State registered(String password) {
        return new State(true, password, Set.of(), 0);
    }

    State withToken(String token) {
        Set<String> more = new TreeSet<>(tokens);
        more.add(token);
        return new State(exists, password, Set.copyOf(more), unseen);
    }

    State withUnseenToken() {
        return new State(exists, password, tokens, unseen + 1);
    }

    State withoutToken(String token) {
        Set<String> fewer = new TreeSet<>(tokens);
        fewer.remove(token);
        return new State(exists, password, Set.copyOf(fewer), unseen);
    }

    /** A new password ends all tokens but one. */
    State withPassword(String wanted, String spared) {
        return new State(exists, wanted, tokens.contains(spared) ? Set.of(spared) : Set.of(), 0);
    }

    int tokenRows() {
        return tokens.size() + unseen;
    }
}
