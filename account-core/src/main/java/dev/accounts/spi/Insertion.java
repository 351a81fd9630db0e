package dev.accounts.spi;

import static java.util.Objects.requireNonNull;

/** Tells whether an insertion stored the user. */
public sealed interface Insertion {

    /**
     * The user was stored.
     *
     * @param id the id that the store gave it
     */
    record Stored(long id) implements Insertion {}

    /**
     * Nothing was stored.
     *
     * @param conflicts the reasons, at least one
     */
    record Refused(Conflicts conflicts) implements Insertion {

        /**
         * Checks that there is a conflict.
         *
         * @throws NullPointerException if {@code conflicts} is null
         * @throws IllegalArgumentException if there is no conflict
         */
        public Refused {
            if (requireNonNull(conflicts, "conflicts").isEmpty()) {
                throw new IllegalArgumentException("a refusal needs a conflict");
            }
        }
    }
}
