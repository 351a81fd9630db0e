package dev.accounts.password;

import java.util.Optional;

/** A hash that Django made with a function other than Argon2. Every number is bounded before anything is computed. */
sealed interface DjangoHash permits Pbkdf2Hash, BcryptHash, ScryptHash {

    /** Parses a stored hash; empty if it is of another kind, or if its cost exceeds what this library computes. */
    static Optional<DjangoHash> parse(String stored) {
        if (stored.length() > Argon2Hash.MAX_LENGTH) {
            return Optional.empty();
        }
        return Pbkdf2Hash.parse(stored).or(() -> BcryptHash.parse(stored)).or(() -> ScryptHash.parse(stored));
    }

    /**
     * Computes the hash of a password and compares it with this one.
     *
     * @param password well-formed Unicode text
     * @throws IllegalStateException if the JVM lacks an algorithm for it; the message names it
     */
    boolean verifies(CharSequence password);

    /** Whether this JVM can compute it: some hashes need Bouncy Castle. */
    default boolean isComputable() {
        return BouncyCastle.isPresent();
    }
}
