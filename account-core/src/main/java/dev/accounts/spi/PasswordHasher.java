package dev.accounts.spi;

import dev.accounts.model.BusyException;

/**
 * Hashes passwords and verifies them. Thread-safe.
 *
 * <p>The service passes only well-formed Unicode text of at most 4096 characters. An implementation must not log, keep
 * or print a password or a hash.
 */
public interface PasswordHasher {

    /**
     * Hashes a password with a fresh salt.
     *
     * @param password the password, exactly as received
     * @return a self-describing hash of at most 255 ASCII characters
     * @throws BusyException if no hash can be computed now
     */
    String hash(CharSequence password);

    /**
     * Returns whether a password matches a stored hash. The call must cost what {@link #hash} costs, for every stored
     * value: a weaker, foreign or broken hash must not answer faster. Only a stronger one may be slower.
     *
     * @param password the password, exactly as received
     * @param storedHash what the store holds; a value that this hasher cannot read matches no password
     * @return whether it is the right password
     * @throws BusyException if the hash could not be computed; {@code false} never stands for that
     */
    boolean verify(CharSequence password, String storedHash);

    /**
     * Returns whether a stored hash that just verified should be replaced by a stronger one.
     *
     * @param storedHash what the store holds
     * @return true if it is weaker than what {@link #hash} computes, or of another kind
     */
    boolean needsRehash(String storedHash);
}
