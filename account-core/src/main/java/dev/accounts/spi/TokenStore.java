package dev.accounts.spi;

import static java.util.Objects.requireNonNull;

import dev.accounts.model.AuthToken;
import dev.accounts.model.StorageException;
import dev.accounts.model.TokenDigest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Stores tokens by their digests. Thread-safe. */
public interface TokenStore {

    /**
     * Completes a login: stores the token, its time as the owner's last login, and the owner's new hash, all or
     * nothing. Also removes the owner's oldest tokens beyond the allowed number. Simultaneous logins leave no more than
     * that number either.
     *
     * <p>Stores nothing unless the owner is still active, still has the hash that was verified, and needs a second factor exactly if the
     * login has one. So a login never outlives a deactivation, a change of password or the enrolment of a factor that came between, and
     * never overwrites a newer hash.
     *
     * @param login the login to complete
     * @return whether it was stored
     * @throws StorageException if a token with this digest exists, or if the store fails, with the outcome unknown if
     *     the commit did not answer
     */
    boolean issue(VerifiedLogin login);

    /**
     * Finds the owner of a token. The token may be expired and the owner inactive.
     *
     * @param digest the digest of the token
     * @return its owner, or empty if there is no such token
     * @throws StorageException if the store fails
     */
    Optional<TokenOwner> findOwner(TokenDigest digest);

    /**
     * Finds the owner of a token, and what {@link RoleStore#effective} tells of the owner, by one look-up.
     *
     * @param digest the digest of the token
     * @return its owner, or empty if there is no such token
     * @throws StorageException if the store fails
     */
    Optional<PermittedOwner> findPermittedOwner(TokenDigest digest);

    /**
     * Revokes a token. Its owner may be inactive. Of any number of simultaneous calls, exactly one returns true.
     *
     * @param digest the digest of the token
     * @param now the current time; a token that has expired by then is not revoked
     * @return whether there was a live token
     * @throws StorageException if the store fails, with the outcome unknown if the commit did not answer
     */
    boolean end(TokenDigest digest, Instant now);

    /**
     * Lists the tokens of a user, expired ones included.
     *
     * @param userId the id of the user
     * @return the tokens, the newest first
     * @throws StorageException if the store fails
     */
    List<AuthToken> list(long userId);

    /**
     * Revokes all tokens of a user, expired ones included.
     *
     * @param userId the id of the user
     * @param kept the digest of a token that stays live, if any
     * @return how many were revoked
     * @throws StorageException if the store fails, with the outcome unknown if the commit did not answer
     */
    int endAll(long userId, Optional<TokenDigest> kept);

    /**
     * Records that a token was used, in a transaction of its own. Does not wait: if another transaction holds the
     * token, nothing is recorded.
     *
     * @param digest the digest of the token
     * @param now the current time
     * @param notSince records the use only if the last recorded use is further from now than this instant is: earlier, or
     *     later because a clock was ahead
     * @return whether the use was recorded
     * @throws StorageException if the store fails
     */
    boolean touch(TokenDigest digest, Instant now, Instant notSince);

    /**
     * Removes tokens that can no longer be used.
     *
     * @param now the current time; removes tokens that have expired by then
     * @param unusedSince also removes tokens that were last used at or before this instant, if given
     * @param limit the largest number of tokens to remove
     * @return how many were removed; fewer than the limit only if the transaction sees no other such token
     * @throws StorageException if the store fails, with the outcome unknown if the commit did not answer
     */
    int purge(Instant now, Optional<Instant> unusedSince, int limit);

    /**
     * The owner of a token and what the owner may do.
     *
     * @param owner the owner
     * @param permissions the codes of the owner's effective permissions; none if the owner is not active
     */
    record PermittedOwner(TokenOwner owner, Set<String> permissions) {

        /**
         * Copies the permissions.
         *
         * @throws NullPointerException if a component or a code is null
         */
        public PermittedOwner {
            requireNonNull(owner, "owner");
            requireNonNull(permissions, "permissions").forEach(element -> requireNonNull(element, "permissions"));
            permissions = Set.copyOf(permissions);
        }
    }

    /**
     * A login whose password was verified. {@link #toString} prints its hashes as {@code ***}.
     *
     * @param token the token to store
     * @param verifiedHash the hash that the password was verified against
     * @param currentHash the hash to store: the verified one, or a stronger one of the same password
     * @param maxTokens how many tokens the owner may have from now on, this one included; at least 1
     */
    record VerifiedLogin(AuthToken token, String verifiedHash, String currentHash, int maxTokens) {

        /**
         * Checks the components.
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

        /** {@return whether the owner must still need a second factor; otherwise the owner must still need none} */
        public boolean secondFactor() {
            return token.authentication().hasSecondFactor();
        }

        @Override
        public String toString() {
            return "VerifiedLogin[token=" + token + ", verifiedHash=***, currentHash=***]";
        }
    }
}
