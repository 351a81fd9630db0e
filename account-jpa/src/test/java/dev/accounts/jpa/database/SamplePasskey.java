package dev.accounts.jpa.database;

import dev.accounts.spi.factor.StoredPasskey;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** A passkey as a store keeps it, for tests that fill every table: the service registers none. */
public final class SamplePasskey {

    private SamplePasskey() {}

    public static StoredPasskey of(long userId) {
        return new StoredPasskey(
                userId,
                "credential" + userId,
                "key",
                "laptop",
                Set.of("internal"),
                new UUID(0, 0),
                true,
                true,
                Instant.EPOCH,
                new StoredPasskey.Usage(0, 0, true, Optional.empty()));
    }
}
