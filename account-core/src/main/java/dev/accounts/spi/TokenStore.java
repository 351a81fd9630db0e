package dev.accounts.spi;

import static java.util.Objects.requireNonNull;

import dev.accounts.model.AuthToken;
import dev.accounts.model.StorageException;
import dev.accounts.model.TokenDigest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Where tokens are kept, by their digests. Thread-safe. */
public interface TokenStore {

    /**
     * Stores a token, the time of it as its owner's last login, and the owner's new hash, all or nothing; and ends the
     * owner's oldest tokens beyond the number that is allowed, so that of any number of simultaneous logins no more are left.
     *
     * <p>Nothing is stored unless the owner is still active and still has the hash that was verified: a login never
     * outlives a deactivation or a change of password that came between, and a newer hash is never overwritten.
     *
     * @param login the login to complete
     * @return whether it was stored
     * @throws StorageException if a token with this digest exists; or if the store fails, with the outcome unknown if the
     *     commit did not answer
     */
    boolean issue(VerifiedLogin login);

    /**
     * Who holds a token, expired or not, active or not.
     *
     * @param digest the digest of the token
     * @return its owner, or empty if there is no such token
     * @throws StorageException if the store fails
     */
    Optional<TokenOwner> findOwner(TokenDigest digest);

    /**
     * Ends a token, whether its owner is active or not. Of any number of simultaneous calls exactly one answers true.
     *
     * @param digest the digest of the token
     * @param now the current time; a token that expired by then is not ended
     * @return whether there was a live token
     * @throws StorageException if the store fails, with the outcome unknown if the commit did not answer
     */
    boolean end(TokenDigest digest, Instant now);

    /**
     * The tokens of a user, expired ones included.
     *
     * @param userId whose
     * @return the tokens, the newest first
     * @throws StorageException if the store fails
     */
    List<AuthToken> list(long userId);

    /**
     * Ends all tokens of a user, expired ones included.
     *
     * @param userId whose
     * @param kept the digest of a token that lives on, if any
     * @return how many were ended
     * @throws StorageException if the store fails, with the outcome unknown if the commit did not answer
     */
    int endAll(long userId, Optional<TokenDigest> kept);

    /**
     * Notes down that a token was used, in a transaction of its own and without waiting for anybody: a token that another
     * transaction holds is left as it is.
     *
     * @param digest the digest of the token
     * @param now the current time
     * @param notSince only if its use was last noted down before this
     * @return whether it was noted down
     * @throws StorageException if the store fails
     */
    boolean touch(TokenDigest digest, Instant now, Instant notSince);

    /**
     * Removes tokens that can no longer be used.
     *
     * @param now the current time: tokens that expired by then go
     * @param unusedSince tokens last used at or before this go too, if it is given
     * @param limit how many at the most
     * @return how many went; fewer than the limit only if no other is left that the transaction sees
     * @throws StorageException if the store fails, with the outcome unknown if the commit did not answer
     */
    int purge(Instant now, Optional<Instant> unusedSince, int limit);

    /**
     * A login whose password was verified. Its hashes are printed as {@code ***}.
     *
     * @param token the token to store
     * @param verifiedHash the hash that the password was verified against
     * @param currentHash the hash to keep from now on: the verified one, or a stronger one of the same password
     * @param maxTokens how many tokens its owner may have from now on, this one included; at least 1
     */
    record VerifiedLogin(AuthToken token, String verifiedHash, String currentHash, int maxTokens) {

        /**
         * Checks that the components are there.
         *
         * @throws NullPointerException if a component is null
         * @throws IllegalArgumentException if {@code maxTokens} is less than 1
         */
        public VerifiedLogin {
            requireNonNull(token, "token");
            requireNonNull(verifiedHash, "verifiedHash");
            requireNonNull(currentHash, "currentHash");
            if (maxTokens < 1) {
                throw new IllegalArgumentException("maxTokens must be at least 1: " + maxTokens);
            }
        }

        @Override
        public String toString() {
            return "VerifiedLogin[token=" + token + ", verifiedHash=***, currentHash=***]";
        }
    }
}
