package dev.accounts.internal.service;

import static java.util.Objects.requireNonNull;

import java.util.Collection;

/** Checks collections of ids that a caller passes. */
final class Ids {

    private Ids() {}

    /** Returns the ids; throws a {@link NullPointerException} with the name of the argument if it or an id is null. */
    static Collection<Long> require(Collection<Long> ids, String argument) {
        requireNonNull(ids, argument).forEach(id -> requireNonNull(id, argument));
        return ids;
    }
}
