package dev.accounts.service;

import dev.accounts.model.NotAuthenticatedException;
import dev.accounts.model.Session;
import dev.accounts.model.StorageException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A person's live tokens, to see and to end (OWASP ASVS 5.0, 7.4 and 7.5). Thread-safe. */
public interface Sessions {

    /**
     * The live tokens of the caller.
     *
     * @param token the value of the caller's token
     * @return the sessions, the newest first
     * @throws NotAuthenticatedException if there is no live token with this value, or its owner is not active
     * @throws StorageException if the store failed
     */
    List<Session> list(@Nullable String token);

    /**
     * Ends one of the caller's tokens, its own included.
     *
     * @param token the value of the caller's token
     * @param sessionId which one
     * @return whether the caller had such a live token
     * @throws NotAuthenticatedException if there is no live token with this value, or its owner is not active
     * @throws StorageException if the store failed; if its outcome is unknown, the token may have ended
     */
    boolean end(@Nullable String token, UUID sessionId);

    /**
     * Ends all of the caller's tokens but the presented one.
     *
     * @param token the value of the caller's token
     * @throws NotAuthenticatedException if there is no live token with this value, or its owner is not active
     * @throws StorageException if the store failed; if its outcome is unknown, the tokens may have ended
     */
    void endOthers(@Nullable String token);

    /**
     * Ends all of the caller's tokens, the presented one included.
     *
     * @param token the value of the caller's token
     * @throws NotAuthenticatedException if there is no live token with this value, or its owner is not active
     * @throws StorageException if the store failed; if its outcome is unknown, the tokens may have ended
     */
    void endAll(@Nullable String token);
}
