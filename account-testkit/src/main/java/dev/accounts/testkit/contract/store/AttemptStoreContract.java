package dev.accounts.testkit.contract.store;

import static dev.accounts.testkit.internal.StoreFixture.JOINED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.accounts.spi.AccountStores;
import dev.accounts.spi.AttemptStore;
import dev.accounts.spi.Attempts;
import dev.accounts.testkit.internal.Purge;
import dev.accounts.testkit.internal.Race;
import dev.accounts.testkit.internal.StoreFixture;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What every {@link dev.accounts.spi.AttemptStore} guarantees. */
public abstract class AttemptStoreContract {

    private StoreFixture fixture;

    /** For the test of an adapter. */
    protected AttemptStoreContract() {}

    @BeforeEach
    final void createFixture() {
        fixture = new StoreFixture(this::stores);
    }

    /**
     * The stores under test. A test calls this method many times; all the stores it returns share the same data.
     *
     * @return the stores
     */
    protected abstract AccountStores stores();

    @Nested
    class Replace {

        private static final int RUNNERS = 32;

        private AttemptStore attempts() {
            return fixture.stores().attempts();
        }

        private String key(String name) {
            return fixture.digest(name).hex();
        }

        private boolean replace(Optional<Attempts> seen, Attempts next) {
            return attempts().replace(key("ana"), seen, next);
        }

        private Optional<Attempts> found() {
            return attempts().find(key("ana"));
        }

        private static Attempts attempts(int count) {
            return new Attempts(count, JOINED);
        }

        @Test
        void finds_nothing_that_was_not_counted() {
            assertThat(found()).isEmpty();
        }

        @Test
        void counts_for_a_key_that_was_not_there() {
            assertThat(replace(Optional.empty(), attempts(1))).isTrue();

            assertThat(found()).contains(attempts(1));
            assertThat(attempts().find(key("bob"))).isEmpty();
        }

        @Test
        void finds_several_keys_at_once() {
            replace(Optional.empty(), attempts(1));
            attempts().replace(key("bob"), Optional.empty(), attempts(2));

            assertThat(attempts().find(List.of(key("ana"), key("bob"), key("cyd"))))
                    .containsOnly(entry(key("ana"), attempts(1)), entry(key("bob"), attempts(2)));
            assertThat(attempts().find(List.of(key("cyd")))).isEmpty();
            assertThat(attempts().find(List.of())).isEmpty();
        }

        @Test
        void replaces_what_was_seen() {
            replace(Optional.empty(), attempts(1));
            Attempts next = new Attempts(Integer.MAX_VALUE, JOINED.plusNanos(1000));

            assertThat(replace(found(), next)).isTrue();

            assertThat(found()).contains(next);
        }

        @Test
        void replaces_nothing_that_was_not_seen() {
            replace(Optional.empty(), attempts(2));

            assertThat(replace(Optional.empty(), attempts(9))).isFalse();
            assertThat(replace(Optional.of(attempts(1)), attempts(9))).isFalse();
            assertThat(replace(Optional.of(new Attempts(2, JOINED.plusNanos(1000))), attempts(9)))
                    .isFalse();

            assertThat(found()).contains(attempts(2));
        }

        @Test
        void counts_nothing_where_what_was_seen_is_gone() {
            assertThat(replace(Optional.of(attempts(1)), attempts(2))).isFalse();

            assertThat(found()).isEmpty();
        }

        @Test
        void replaces_the_same_by_the_same() {
            replace(Optional.empty(), attempts(1));

            assertThat(replace(Optional.of(attempts(1)), attempts(1))).isTrue();

            assertThat(found()).contains(attempts(1));
        }

        @Test
        void counts_first_for_exactly_one_of_many_at_once() {
            List<Boolean> answers = Race.of(RUNNERS, i -> replace(Optional.empty(), attempts(i + 1)));

            assertThat(Collections.frequency(answers, true)).isEqualTo(1);
            assertThat(found()).contains(attempts(answers.indexOf(true) + 1));
        }

        @Test
        void replaces_for_exactly_one_of_many_that_saw_the_same() {
            replace(Optional.empty(), attempts(1));

            List<Boolean> answers = Race.of(RUNNERS, i -> replace(Optional.of(attempts(1)), attempts(i + 2)));

            assertThat(Collections.frequency(answers, true)).isEqualTo(1);
            assertThat(found()).contains(attempts(answers.indexOf(true) + 2));
        }

        @Test
        void loses_no_attempt_of_those_who_look_again() {
            Race.of(RUNNERS, i -> {
                Optional<Attempts> seen = found();
                while (!replace(seen, attempts(seen.map(Attempts::count).orElse(0) + 1))) {
                    seen = found();
                }
                return true;
            });

            assertThat(found()).contains(attempts(RUNNERS));
        }
    }

    @Nested
    class Remove {

        private static final int RUNNERS = 32;

        @BeforeEach
        void clear_the_reserved_time() {
            Purge.all(limit -> attempts().purge(JOINED, ReservedTime.END, ReservedTime.START, limit));
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

        private void countInReservedTime(int keys) {
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
            countInReservedTime(3);
            count("now", JOINED);

            assertThat(attempts().purge(JOINED, ReservedTime.second(2), ReservedTime.START, 100))
                    .isEqualTo(2);

            assertThat(isThere("key2")).isTrue();
            assertThat(isThere("now")).isTrue();
        }

        @Test
        void forgets_few_attempts_earlier() {
            count("three", ReservedTime.second(0));
            replace("two", 2, ReservedTime.second(0));
            replace("one", 1, ReservedTime.second(1));
            replace("recent", 1, ReservedTime.second(2));

            assertThat(attempts().purge(JOINED, ReservedTime.START, ReservedTime.second(2), 100))
                    .isEqualTo(2);

            assertThat(isThere("three")).isTrue();
            assertThat(isThere("recent")).isTrue();
        }

        private void replace(String name, int attempts, Instant last) {
            assertThat(attempts().replace(key(name), Optional.empty(), new Attempts(attempts, last)))
                    .isTrue();
        }

        @Test
        void dates_now_what_a_clock_that_was_ahead_has_dated() {
            count("ahead", JOINED.plusSeconds(1));
            count("now", JOINED);

            attempts().purge(JOINED, ReservedTime.END, ReservedTime.START, 100);

            assertThat(attempts().find(key("ahead"))).map(Attempts::last).contains(JOINED);
            assertThat(attempts().find(key("now"))).map(Attempts::last).contains(JOINED);
        }

        @Test
        void forgets_no_more_at_a_time_than_it_may() {
            countInReservedTime(5);

            assertThat(attempts().purge(JOINED, ReservedTime.END, ReservedTime.START, 2))
                    .isEqualTo(2);
            assertThat(IntStream.range(0, 5).filter(i -> isThere("key" + i)).count())
                    .isEqualTo(3);
            assertThat(attempts().purge(JOINED, ReservedTime.END, ReservedTime.START, 2))
                    .isEqualTo(2);
            assertThat(attempts().purge(JOINED, ReservedTime.END, ReservedTime.START, 2))
                    .isEqualTo(1);
            assertThat(attempts().purge(JOINED, ReservedTime.END, ReservedTime.START, 2))
                    .isZero();
        }

        @Test
        void counts_each_key_once_for_many_at_once() {
            countInReservedTime(10);

            int removed =
                    Race.of(RUNNERS, i -> attempts().purge(JOINED, ReservedTime.END, ReservedTime.START, 2)).stream()
                            .mapToInt(count -> count)
                            .sum();

            assertThat(removed)
                    .isEqualTo(10
                            - (int) IntStream.range(0, 10)
                                    .filter(i -> isThere("key" + i))
                                    .count());
        }
    }
}
