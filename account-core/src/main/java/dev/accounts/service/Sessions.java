package dev.accounts.service;

import dev.accounts.model.Identity;
import dev.accounts.model.InvalidInputException;
import dev.accounts.model.IssuedToken;
import dev.accounts.model.NotAuthenticatedException;
import dev.accounts.model.PermissionDeniedException;
import dev.accounts.model.StorageException;
import dev.accounts.model.TooManyAttemptsException;
import dev.accounts.model.UserNotFoundException;
import dev.accounts.model.delegation.Delegation;
import dev.accounts.model.delegation.PersonalTokenRequest;
import dev.accounts.policy.TokenPolicy;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Lists and revokes the caller's live tokens (OWASP ASVS 5.0, 7.4 and 7.5), and issues tokens that are good for less than a session.
 * Thread-safe.
 *
 * <p>Every call throws {@link PermissionDeniedException} if the presented token is no session of its owner.
 */
public interface Sessions {

    /**
     * Lists the live tokens of the caller.
     *
     * @param token the value of the caller's token
     * @return the sessions and the delegated tokens, the newest first
     * @throws NotAuthenticatedException if there is no live token with this value, or its owner is not active
     * @throws StorageException if the store failed
     */
    List<Session> list(@Nullable String token);

    /**
     * Revokes one of the caller's tokens. It may be the presented one.
     *
     * @param token the value of the caller's token
     * @param sessionId the id of the session to end
     * @return whether the caller had such a live token
     * @throws NotAuthenticatedException if there is no live token with this value, or its owner is not active
     * @throws StorageException if the store failed; if its outcome is unknown, the token may be revoked
     */
    boolean end(@Nullable String token, UUID sessionId);

    /**
     * Revokes all of the caller's tokens except the presented one.
     *
     * @param token the value of the caller's token
     * @throws NotAuthenticatedException if there is no live token with this value, or its owner is not active
     * @throws StorageException if the store failed; if its outcome is unknown, the tokens may be revoked
     */
    void endOthers(@Nullable String token);

    /**
     * Revokes all of the caller's tokens, the presented one included.
     *
     * @param token the value of the caller's token
     * @throws NotAuthenticatedException if there is no live token with this value, or its owner is not active
     * @throws StorageException if the store failed; if its outcome is unknown, the tokens may be revoked
     */
    void endAll(@Nullable String token);

    /**
     * Issues a personal token for a script of the caller. It begins with {@code acpat_}, tells who its owner is and has those of its scopes
     * that its owner has at each use. {@link Identity} shows its owner as no staff and no superuser. It changes nothing of the account;
     * every such call throws {@link PermissionDeniedException}. No idle timeout ends it, and no login takes its place. It ends like a
     * session: here, at {@link AccountService#logout}, and with every change that revokes all tokens. The owner is told by mail.
     *
     * @param token the value of the caller's token, whose last proof must be recent, as at {@link Factors}
     * @param request its name, its scopes and its lifetime
     * @return the token, whose value is seen only here
     * @throws NotAuthenticatedException if there is no live token with this value, its owner is not active, or the last proof is too old
     * @throws PermissionDeniedException if {@link TokenPolicy} does not allow personal tokens, or the presented token is no session of its
     *     owner
     * @throws InvalidInputException if the name is missing, too long or malformed, or the owner has {@value PersonalTokenRequest#MOST}
     *     personal tokens ({@code name}); or if there are too many scopes, or the owner lacks one ({@code scopes})
     * @throws TooManyAttemptsException if too many mails were caused from the source of the call
     * @throws StorageException if the store failed; if its outcome is unknown, the token may be stored
     */
    IssuedToken issuePersonal(@Nullable String token, PersonalTokenRequest request);

    /**
     * Issues a token by which the caller acts as a user. {@link Identity} shows the user and names the actor, and so does every event.
     * Everything that changes credentials, factors or sessions throws {@link PermissionDeniedException}. The user sees the token in the
     * list of sessions. Each use checks the rights of both again. The token outlives the session of the actor.
     *
     * @param token the value of the caller's token, whose last proof must be recent, as at {@link Factors}
     * @param userId the id of the user: no staff and no superuser, and with no permission that the caller lacks
     * @param lifetime how long the token is good, more than 0 and at most an hour
     * @return the token, whose value is seen only here
     * @throws NotAuthenticatedException if there is no live token with this value, its owner is not active, or the last proof is too old
     * @throws PermissionDeniedException if the caller is no staff, lacks {@value Delegation#ACT_AS_USER}, presents no session, or may not
     *     act as this user
     * @throws UserNotFoundException if there is no such user, and the caller has the permission
     * @throws IllegalArgumentException if the lifetime is out of bounds
     * @throws StorageException if the store failed; if its outcome is unknown, the token may be stored
     */
    IssuedToken actAs(@Nullable String token, long userId, Duration lifetime);
}
