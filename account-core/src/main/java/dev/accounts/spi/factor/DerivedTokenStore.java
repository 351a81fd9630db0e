package dev.accounts.spi.factor;

import dev.accounts.model.AuthToken;
import dev.accounts.model.StorageException;
import dev.accounts.model.TokenDigest;

/**
 * Stores tokens that derive from a session: those that replace it after a further proof, and those that its owner delegates. Thread-safe.
 */
public interface DerivedTokenStore {

    /**
     * Replaces a token by another with the same owner, label and times of creation and expiry. Of any number of simultaneous calls for one
     * token, exactly one returns true.
     *
     * @param former the digest of the token to replace
     * @param next the token that replaces it: its digest, its authentication and the time of its last use are stored
     * @return whether there was a live token at the time of the last use of {@code next}
     * @throws StorageException if a token with the new digest exists, or if the store fails, with the outcome unknown if the commit did not
     *     answer
     */
    boolean renew(TokenDigest former, AuthToken next);

    /**
     * Adds a delegated token. It changes nothing else of its owner's.
     *
     * @param token the token
     * @throws StorageException if there is no such user or a token with this digest exists, or if the store fails, with the outcome
     *     unknown if the commit did not answer
     */
    void add(AuthToken token);
}
