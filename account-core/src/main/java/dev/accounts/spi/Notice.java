package dev.accounts.spi;

import static java.util.Objects.requireNonNull;

import dev.accounts.model.AccountMessage;
import java.time.Instant;
import java.util.Optional;

/**
 * A message that waits for its delivery. It holds no secret, and its address is not printed.
 *
 * @param id the number that the store gave it, ascending
 * @param userId whom it is for; empty for one that goes to nobody, which a request for an unknown address leaves behind so
 *     that it costs what a known one costs
 * @param kind what it is about
 * @param address where it is to be sent, or an empty text
 * @param createdAt when it was asked for, in microseconds
 * @param attempts how many deliveries were begun, this one included
 */
public record Notice(
        long id, Optional<Long> userId, AccountMessage.Kind kind, String address, Instant createdAt, int attempts) {

    /**
     * Checks that the components are there.
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
