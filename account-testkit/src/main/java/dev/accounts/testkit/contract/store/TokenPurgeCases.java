package dev.accounts.testkit.contract.store;

import static dev.accounts.testkit.contract.store.StoreFixture.JOINED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.accounts.testkit.internal.Purge;
import dev.accounts.testkit.internal.Race;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

abstract class TokenPurgeCases {

    private static final int RUNNERS = 32;
    private static final Optional<Instant> NEVER = Optional.empty();

    private final StoreFixture fixture;

    TokenPurgeCases(StoreFixture fixture) {
        this.fixture = fixture;
    }

    @BeforeEach
    void clear_the_era() {
        Purge.all(limit -> purge(ReservedTime.END, Optional.of(ReservedTime.END), limit));
    }

    private int purge(Instant now, Optional<Instant> unusedSince, int limit) {
        return fixture.stores().tokens().purge(now, unusedSince, limit);
    }

    /** So many tokens, numbered from 0, that expire a second after one another. */
    private long withTokens(String name, int count) {
        long id = fixture.inserted(name);
        IntStream.range(0, count)
                .forEach(i -> fixture.issue(
                        fixture.token(name + i, id, ReservedTime.START, Optional.of(ReservedTime.second(i)))));
        return id;
    }

    private long left(String name, int count) {
        return IntStream.range(0, count).filter(i -> fixture.isStored(name + i)).count();
    }

    @Test
    void removes_what_has_expired_by_now() {
        withTokens("ana", 3);

        assertThat(purge(ReservedTime.second(1), NEVER, 100)).isEqualTo(2);

        assertThat(fixture.isStored("ana0")).isFalse();
        assertThat(fixture.isStored("ana1")).isFalse();
        assertThat(fixture.isStored("ana2")).isTrue();
        assertThat(purge(ReservedTime.second(2).minusNanos(1000), NEVER, 100)).isZero();
    }

    @Test
    void removes_what_was_not_used_in_a_long_time_if_asked_to() {
        long id = fixture.inserted("ana");
        fixture.issue(fixture.token("unused", id, ReservedTime.second(1), Optional.empty()));
        fixture.issue(fixture.token("used", id, ReservedTime.second(1), Optional.empty()));
        fixture.issue(fixture.token("newer", id, ReservedTime.second(1).plusNanos(1000), Optional.empty()));
        fixture.stores().tokens().touch(fixture.digest("used"), ReservedTime.second(9), ReservedTime.second(9));
        assertThat(purge(ReservedTime.second(5), NEVER, 100)).isZero();

        assertThat(purge(ReservedTime.second(5), Optional.of(ReservedTime.second(1)), 100))
                .isEqualTo(1);

        assertThat(fixture.isStored("unused")).isFalse();
        assertThat(fixture.isStored("used")).isTrue();
        assertThat(fixture.isStored("newer")).isTrue();
    }

    @Test
    void removes_tokens_of_inactive_users_as_well_as_of_others() {
        fixture.deactivate(withTokens("ana", 1));
        withTokens("bob", 1);

        assertThat(purge(ReservedTime.second(5), NEVER, 100)).isEqualTo(2);
    }

    @Test
    void leaves_tokens_that_can_be_used() {
        long id = fixture.inserted("ana");
        fixture.issue(fixture.token("now", id, JOINED));
        fixture.issue(fixture.token("forever", id, ReservedTime.START, Optional.empty()));

        assertThat(purge(ReservedTime.second(5), NEVER, 100)).isZero();

        assertThat(fixture.isStored("now")).isTrue();
        assertThat(fixture.isStored("forever")).isTrue();
    }

    @Test
    void removes_no_more_at_a_time_than_it_may() {
        withTokens("ana", 5);

        assertThat(purge(ReservedTime.second(5), NEVER, 2)).isEqualTo(2);
        assertThat(left("ana", 5)).isEqualTo(3);

        assertThat(purge(ReservedTime.second(5), NEVER, 2)).isEqualTo(2);
        assertThat(purge(ReservedTime.second(5), NEVER, 2)).isEqualTo(1);
        assertThat(purge(ReservedTime.second(5), NEVER, 2)).isZero();
    }

    @Test
    void counts_each_token_once_for_many_at_once() {
        withTokens("ana", 20);

        int removed = Race.of(RUNNERS, i -> purge(ReservedTime.second(30), NEVER, 3)).stream()
                .mapToInt(count -> count)
                .sum();

        assertThat(removed).isEqualTo(20 - (int) left("ana", 20));
    }
}
