package dev.accounts.jpa.internal.django;

import java.time.Instant;
import java.util.Optional;

/**
 * A token as Django REST framework stores it. The text form hides its value.
 *
 * @param value what the caller presents
 * @param userId the id of the owner
 * @param createdAt when it was created; empty if the column is null
 */
public record DjangoToken(String value, long userId, Optional<Instant> createdAt) {

    @Override
    public String toString() {
        return "DjangoToken[***]";
    }
}
