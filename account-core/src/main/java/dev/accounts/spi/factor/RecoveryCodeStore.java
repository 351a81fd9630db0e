package dev.accounts.spi.factor;

import dev.accounts.model.StorageException;
import dev.accounts.model.TokenDigest;
import java.util.Collection;

/** Stores the unused recovery codes of users by their digests. Thread-safe. */
public interface RecoveryCodeStore {

    /**
     * Adds codes to those that the user has.
     *
     * @param userId the id of the user
     * @param codes the digests of the codes
     * @throws StorageException if there is no such user or one of the codes exists, or if the store fails, with the outcome unknown if the
     *     commit did not answer
     */
    void add(long userId, Collection<TokenDigest> codes);

    /**
     * Counts the unused codes of a user.
     *
     * @param userId the id of the user
     * @return how many there are
     * @throws StorageException if the store fails
     */
    int count(long userId);

    /**
     * Returns whether a user has a code.
     *
     * @param userId the id of the user
     * @param code the digest of the code
     * @return whether it is there and unused
     * @throws StorageException if the store fails
     */
    boolean has(long userId, TokenDigest code);

    /**
     * Uses up a code. Of any number of simultaneous calls, exactly one returns true.
     *
     * @param userId the id of the user
     * @param code the digest of the code
     * @return whether the user had this code
     * @throws StorageException if the store fails, with the outcome unknown if the commit did not answer
     */
    boolean use(long userId, TokenDigest code);

    /**
     * Removes the codes of a user.
     *
     * @param userId the id of the user
     * @return how many were removed
     * @throws StorageException if the store fails, with the outcome unknown if the commit did not answer
     */
    int removeAll(long userId);
}
