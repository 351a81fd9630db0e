package dev.accounts.spi;

import static java.util.Objects.requireNonNull;

import dev.accounts.model.AccountMessage;
import java.time.Instant;
import java.util.Optional;

/**
 * A message that waits for its delivery. It holds no secret. {@link #toString} does not print the address.
 *
 * <p>A notice without a user is a dummy, which is never sent. A request for an unknown address adds one, so that it
 * costs the same as a request for a known address.
 *
 * @param id the number that the store gave it, ascending
 * @param userId the id of the user it is for; empty for a dummy
 * @param kind what it is about
 * @param address where to send it, or an empty text
 * @param createdAt when it was requested, in microseconds
 * @param attempts how many deliveries were begun, this one included
 */
public record Notice(
        long id, Optional<Long> userId, AccountMessage.Kind kind, String address, Instant createdAt, int attempts) {

    /**
     * Checks that no component is null.
     *
     * @throws NullPointerException if a component is null
     */
    public Notice {
        requireNonNull(userId, "userId");
        requireNonNull(kind, "kind");
        requireNonNull(address, "address");
        requireNonNull(createdAt, "createdAt");
    }

    @Override
    public String toString() {
        return "Notice[id=" + id + ", userId=" + userId + ", kind=" + kind + ", attempts=" + attempts + "]";
    }
}
