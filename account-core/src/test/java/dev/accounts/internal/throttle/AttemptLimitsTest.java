package dev.accounts.internal.throttle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.accounts.fixture.StubAttempts;
import dev.accounts.fixture.StubStores;
import dev.accounts.internal.throttle.AttemptLimits.Keys;
import dev.accounts.model.StorageException;
import dev.accounts.policy.ThrottlePolicy;
import dev.accounts.spi.AttemptStore;
import dev.accounts.spi.Attempts;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AttemptLimitsTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final Keys KEYS = AttemptLimits.keys("ana", Optional.of("192.0.2.7"));

    private final StubStores stores = new StubStores();

    private AttemptLimits limits(AttemptStore names) {
        return new AttemptLimits(
                new PerNameQueue(Duration.ZERO), Optional.of(throttle(names)), Optional.of(throttle(stores.attempts)));
    }

    private Throttle throttle(AttemptStore attempts) {
        return new Throttle(stores, attempts, () -> NOW, ThrottlePolicy.defaults());
    }

    @Test
    void an_attempt_that_was_not_made_counts_for_neither() {
        AttemptLimits limits = limits(stores.attempts);

        limits.notMade(KEYS, limits.begin(KEYS));

        assertThat(stores.attempts.counted).isEmpty();
    }

    @Test
    void a_source_is_not_counted_if_the_name_could_not_be() {
        StorageException failure =
                new StorageException(StorageException.Outcome.UNCHANGED, new IllegalStateException("no connection"));
        AttemptLimits limits = limits(new StubAttempts() {
            @Override
            public Optional<Attempts> find(String key) {
                throw failure;
            }
        });

        assertThatThrownBy(() -> limits.begin(KEYS)).isSameAs(failure);

        assertThat(stores.attempts.counted).isEmpty();
    }
}
