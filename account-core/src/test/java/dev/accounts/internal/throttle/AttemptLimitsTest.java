package dev.accounts.internal.throttle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accounts.fixture.StubStores;
import dev.accounts.internal.throttle.AttemptLimits.Attempt;
import dev.accounts.internal.throttle.AttemptLimits.Keys;
import dev.accounts.internal.throttle.AttemptLimits.Seen;
import dev.accounts.policy.SourcePolicy;
import dev.accounts.policy.ThrottlePolicy;
import dev.accounts.spi.Attempts;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AttemptLimitsTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private final StubStores stores = new StubStores();
    private final Counts counts = new Counts(stores, stores.attempts, () -> NOW);
    private final AttemptLimits limits = new AttemptLimits(
            new PerNameQueue(Duration.ZERO, 9, System::nanoTime),
            counts,
            Optional.of(new Throttle(counts, ThrottlePolicy.defaults())),
            new SourceLimits(counts, Optional.of(SourcePolicy.defaults()), source -> {}));
    private final Keys keys = limits.stranger("ana", Optional.of("192.0.2.7"));

    private Seen seen() {
        return limits.seen(keys, limits.arrive());
    }

    @Test
    void a_first_attempt_is_counted_only_if_it_fails() {
        Seen seen = seen();
        Attempt attempt = limits.begin(seen);
        assertThat(stores.attempts.counted).isEmpty();

        limits.succeeded(seen, attempt);
        assertThat(stores.attempts.counted).isEmpty();

        limits.failed(seen, attempt);
        assertThat(stores.attempts.counted)
                .containsEntry(keys.count(), new Attempts(1, NOW))
                .containsEntry(keys.source().orElseThrow(), new Attempts(1, NOW));
    }

    @Test
    void an_attempt_after_a_failure_is_counted_before_it_is_made() {
        limits.failed(seen(), limits.begin(seen()));

        Seen seen = seen();
        Attempt attempt = limits.begin(seen);
        assertThat(stores.attempts.counted).containsEntry(keys.count(), new Attempts(2, NOW));

        limits.failed(seen, attempt);
        assertThat(stores.attempts.counted).containsEntry(keys.count(), new Attempts(2, NOW));
    }

    @Test
    void an_attempt_that_arrived_before_a_failure_is_counted_before_it_is_made() {
        Seen before = seen();
        limits.failed(before, limits.begin(before));

        limits.begin(before);

        assertThat(stores.attempts.counted).containsEntry(keys.count(), new Attempts(2, NOW));
    }

    @Test
    void an_attempt_that_was_not_made_does_not_count() {
        limits.failed(seen(), limits.begin(seen()));
        Seen seen = seen();

        limits.notMade(seen, limits.begin(seen));

        assertThat(stores.attempts.counted).containsEntry(keys.count(), new Attempts(1, NOW));
    }

    @Test
    void a_success_clears_the_count_for_the_account_and_not_for_the_source() {
        limits.failed(seen(), limits.begin(seen()));
        Seen seen = seen();

        limits.succeeded(seen, limits.begin(seen));

        assertThat(stores.attempts.counted).containsOnlyKeys(keys.source().orElseThrow());
    }

    @Test
    void a_known_source_and_a_session_have_counts_of_their_own() {
        Keys known = limits.known(7);
        Keys session = limits.session(new UUID(1, 2));

        assertThat(known.source()).isEmpty();
        assertThat(session.source()).isEmpty();
        assertThat(known.count()).isNotEqualTo(limits.known(8).count()).isNotEqualTo(session.count());
    }
}
