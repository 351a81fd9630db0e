package dev.accounts.jpa.django;

import java.time.Instant;
import java.util.Optional;

/**
 * A token as Django REST framework has stored it. Its value is printed as {@code ***}.
 *
 * @param value what its holder presents
 * @param userId the id of the holder
 * @param createdAt when it was made
 */
record DjangoToken(String value, long userId, Optional<Instant> createdAt) {

    @Override
    public String toString() {
        return "DjangoToken[***]";
    }
}
