package dev.accounts.testkit.contract.store;

import static dev.accounts.testkit.contract.store.StoreFixture.JOINED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.accounts.spi.AttemptStore;
import dev.accounts.spi.Attempts;
import dev.accounts.testkit.internal.Race;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

abstract class AttemptReplaceCases {

    private static final int RUNNERS = 32;

    private final StoreFixture fixture;

    AttemptReplaceCases(StoreFixture fixture) {
        this.fixture = fixture;
    }

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
