package dev.accounts;

import dev.accounts.spi.AttemptStore;
import dev.accounts.spi.Attempts;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Attempts in an open map. */
public final class StubAttempts implements AttemptStore {

    public final Map<String, Attempts> counted = new HashMap<>();

    @Override
    public Optional<Attempts> find(String key) {
        return Optional.ofNullable(counted.get(key));
    }

    @Override
    public boolean replace(String key, Optional<Attempts> seen, Attempts next) {
        boolean same = find(key).equals(seen);
        if (same) {
            counted.put(key, next);
        }
        return same;
    }

    @Override
    public boolean remove(String key, Attempts seen) {
        return counted.remove(key, seen);
    }

    @Override
    public void remove(String key) {
        counted.remove(key);
    }

    @Override
    public int purge(Instant before, int limit) {
        return 0;
    }
}
