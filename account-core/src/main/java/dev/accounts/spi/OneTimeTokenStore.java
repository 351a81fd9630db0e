package dev.accounts.spi;

import dev.accounts.model.StorageException;
import dev.accounts.model.TokenDigest;
import java.time.Instant;
import java.util.Optional;

/** Where the tokens of mailed links are kept, by their digests. Thread-safe. */
public interface OneTimeTokenStore {

    /**
     * Stores a token in the place of every other of the same user and purpose: the newest alone is good.
     *
     * @param token the token
     * @return whether it was stored; false if there is no such user
     * @throws StorageException if a token with this digest exists; or if the store fails, with the outcome unknown if the
     *     commit did not answer
     */
    boolean issue(StoredOneTimeToken token);

    /**
     * What is known of a token, expired or not.
     *
     * @param digest the digest of the token
     * @return the token, or empty if there is none or it was used
     * @throws StorageException if the store fails
     */
    Optional<StoredOneTimeToken> find(TokenDigest digest);

    /**
     * Uses a token up. Of any number of simultaneous calls exactly one answers true.
     *
     * @param digest the digest of the token
     * @param now the current time; a token that expired by then is not used
     * @return whether there was a token to use
     * @throws StorageException if the store fails, with the outcome unknown if the commit did not answer
     */
    boolean use(TokenDigest digest, Instant now);

    /**
     * Ends all tokens of a user.
     *
     * @param userId whose
     * @return how many were ended
     * @throws StorageException if the store fails, with the outcome unknown if the commit did not answer
     */
    int endAll(long userId);

    /**
     * Removes tokens that expired.
     *
     * @param now the current time
     * @param limit how many at the most
     * @return how many went
     * @throws StorageException if the store fails, with the outcome unknown if the commit did not answer
     */
    int purge(Instant now, int limit);
}
