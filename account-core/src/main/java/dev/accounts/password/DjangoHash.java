package dev.accounts.password;

import java.util.Optional;

/** A hash that Django made with another function than Argon2, read with every number bounded before anything is computed. */
sealed interface DjangoHash permits Pbkdf2Hash, BcryptHash, ScryptHash {

    /** Reads a stored hash; empty if it is none of these, or if it asks for more than this library computes. */
    static Optional<DjangoHash> parse(String stored) {
        if (stored.length() > Argon2Hash.MAX_LENGTH) {
            return Optional.empty();
        }
        return Pbkdf2Hash.parse(stored).or(() -> BcryptHash.parse(stored)).or(() -> ScryptHash.parse(stored));
    }

    /**
     * Computes the hash of a password, and whether it is this one.
     *
     * @param password well-formed Unicode text
     * @throws IllegalStateException if it cannot be computed on this class path; the message says what to do
     */
    boolean verifies(CharSequence password);
}
