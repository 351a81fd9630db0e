package dev.accounts.internal.throttle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accounts.fixture.StubStores;
import dev.accounts.internal.throttle.Throttle.Begun;
import dev.accounts.policy.ThrottlePolicy;
import dev.accounts.spi.Attempts;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ThrottleTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final StubStores stores = new StubStores();
    private Instant now = NOW;
    private final Throttle throttle =
            new Throttle(new Counts(stores, stores.attempts, () -> now), new ThrottlePolicy(5, SECOND, SECOND));

    @Test
    void an_attempt_that_is_taken_back_leaves_no_count() {
        throttle.takeBack("ana", throttle.begin("ana"));

        assertThat(stores.attempts.counted).isEmpty();
    }

    @Test
    void an_attempt_that_is_taken_back_leaves_the_count_and_time_before_it() {
        throttle.begin("ana");
        now = NOW.plusSeconds(1);

        throttle.takeBack("ana", throttle.begin("ana"));

        assertThat(stores.attempts.counted).containsEntry("ana", new Attempts(1, NOW));
    }

    @Test
    void where_others_tried_meanwhile_the_time_of_the_last_attempt_stays() {
        Begun first = throttle.begin("ana");
        now = NOW.plusSeconds(1);
        Begun second = throttle.begin("ana");

        throttle.takeBack("ana", first);
        assertThat(stores.attempts.counted).containsEntry("ana", new Attempts(1, now));

        throttle.takeBack("ana", second);
        assertThat(stores.attempts.counted).isEmpty();
    }

    @Test
    void a_count_that_was_cleared_meanwhile_stays_cleared() {
        Begun begun = throttle.begin("ana");
        throttle.clear("ana");

        throttle.takeBack("ana", begun);

        assertThat(stores.attempts.counted).isEmpty();
    }
}
