package dev.accounts.spi;

import dev.accounts.model.StorageException;
import dev.accounts.model.TokenDigest;
import java.time.Instant;
import java.util.Optional;

/** Stores one-time tokens by their digests: those of mailed links, and those of operations in two steps. Thread-safe. */
public interface OneTimeTokenStore {

    /**
     * Stores a token and removes all others of the same user and purpose, so that only the newest is valid.
     *
     * @param token the token
     * @return whether it was stored; false if there is no such user
     * @throws StorageException if a token with this digest exists, or if the store fails, with the outcome unknown if
     *     the commit did not answer
     */
    boolean issue(StoredOneTimeToken token);

    /**
     * Finds a token, expired or not.
     *
     * @param digest the digest of the token
     * @return the token, or empty if there is no such token or it was used
     * @throws StorageException if the store fails
     */
    Optional<StoredOneTimeToken> find(TokenDigest digest);

    /**
     * Uses up a token. Of any number of simultaneous calls, exactly one returns true.
     *
     * @param digest the digest of the token
     * @param now the current time; a token that has expired by then is not used
     * @return whether there was a token to use
     * @throws StorageException if the store fails, with the outcome unknown if the commit did not answer
     */
    boolean use(TokenDigest digest, Instant now);

    /**
     * Revokes all tokens of a user.
     *
     * @param userId the id of the user
     * @return how many were revoked
     * @throws StorageException if the store fails, with the outcome unknown if the commit did not answer
     */
    int endAll(long userId);

    /**
     * Removes expired tokens.
     *
     * @param now the current time
     * @param limit the largest number of tokens to remove
     * @return how many were removed
     * @throws StorageException if the store fails, with the outcome unknown if the commit did not answer
     */
    int purge(Instant now, int limit);
}
