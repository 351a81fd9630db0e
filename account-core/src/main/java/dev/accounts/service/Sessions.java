package dev.accounts.service;

import dev.accounts.model.NotAuthenticatedException;
import dev.accounts.model.StorageException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Lists and revokes the caller's live tokens (OWASP ASVS 5.0, 7.4 and 7.5). Thread-safe. */
public interface Sessions {

    /**
     * Lists the live tokens of the caller.
     *
     * @param token the value of the caller's token
     * @return the sessions, the newest first
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
}
