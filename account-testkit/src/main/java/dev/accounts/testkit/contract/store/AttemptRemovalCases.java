package dev.accounts.testkit.contract.store;

import static dev.accounts.testkit.contract.store.StoreFixture.JOINED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.accounts.spi.AttemptStore;
import dev.accounts.spi.Attempts;
import dev.accounts.testkit.internal.Purge;
import dev.accounts.testkit.internal.Race;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

abstract class AttemptRemovalCases {

    private static final int RUNNERS = 32;

    private final StoreFixture fixture;

    AttemptRemovalCases(StoreFixture fixture) {
        this.fixture = fixture;
    }

    @BeforeEach
    void clear_the_era() {
        Purge.all(limit -> attempts().purge(ReservedTime.END, limit));
    }

    private AttemptStore attempts() {
        return fixture.stores().attempts();
    }

    private String key(String name) {
        return fixture.digest(name).hex();
    }

    private void count(String name, Instant last) {
        assertThat(attempts().replace(key(name), Optional.empty(), new Attempts(3, last)))
                .isTrue();
    }

    private void countInEra(int keys) {
        IntStream.range(0, keys).forEach(i -> count("key" + i, ReservedTime.second(i)));
    }

    private boolean isThere(String name) {
        return attempts().find(key(name)).isPresent();
    }

    @Test
    void forgets_a_key_and_no_other() {
        count("ana", JOINED);
        count("bob", JOINED);

        attempts().remove(key("ana"));

        assertThat(isThere("ana")).isFalse();
        assertThat(isThere("bob")).isTrue();
    }

    @Test
    void forgets_what_was_never_counted() {
        attempts().remove(key("ana"));

        assertThat(isThere("ana")).isFalse();
    }

    @Test
    void counts_anew_once_a_key_was_forgotten() {
        count("ana", JOINED);
        attempts().remove(key("ana"));

        count("ana", JOINED);

        assertThat(isThere("ana")).isTrue();
    }

    @Test
    void forgets_what_was_seen_and_nothing_newer() {
        count("ana", JOINED);
        Attempts seen = new Attempts(3, JOINED);
        Attempts newer = new Attempts(4, JOINED);
        attempts().replace(key("ana"), Optional.of(seen), newer);

        assertThat(attempts().remove(key("ana"), seen)).isFalse();
        assertThat(attempts().remove(key("ana"), new Attempts(4, JOINED.plusSeconds(1))))
                .isFalse();
        assertThat(attempts().find(key("ana"))).contains(newer);

        assertThat(attempts().remove(key("ana"), newer)).isTrue();
        assertThat(isThere("ana")).isFalse();
        assertThat(attempts().remove(key("ana"), newer)).isFalse();
    }

    @Test
    void forgets_what_is_old_and_nothing_else() {
        countInEra(3);
        count("now", JOINED);

        assertThat(attempts().purge(ReservedTime.second(2), 100)).isEqualTo(2);

        assertThat(isThere("key2")).isTrue();
        assertThat(isThere("now")).isTrue();
    }

    @Test
    void forgets_no_more_at_a_time_than_it_may() {
        countInEra(5);

        assertThat(attempts().purge(ReservedTime.END, 2)).isEqualTo(2);
        assertThat(IntStream.range(0, 5).filter(i -> isThere("key" + i)).count())
                .isEqualTo(3);
        assertThat(attempts().purge(ReservedTime.END, 2)).isEqualTo(2);
        assertThat(attempts().purge(ReservedTime.END, 2)).isEqualTo(1);
        assertThat(attempts().purge(ReservedTime.END, 2)).isZero();
    }

    @Test
    void counts_each_key_once_for_many_at_once() {
        countInEra(10);

        int removed = Race.of(RUNNERS, i -> attempts().purge(ReservedTime.END, 2)).stream()
                .mapToInt(count -> count)
                .sum();

        assertThat(removed)
                .isEqualTo(10
                        - (int) IntStream.range(0, 10)
                                .filter(i -> isThere("key" + i))
                                .count());
    }
}
