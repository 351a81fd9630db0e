package dev.accounts.testkit.contract.store;

import static dev.accounts.model.AccountMessage.Kind.RESET_PASSWORD;
import static dev.accounts.model.AccountMessage.Kind.VERIFY_EMAIL;
import static dev.accounts.testkit.contract.store.StoreFixture.JOINED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.accounts.model.AccountMessage.Kind;
import dev.accounts.spi.OneTimeTokenStore;
import dev.accounts.testkit.internal.Purge;
import dev.accounts.testkit.internal.Race;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

abstract class OneTimeTokenRemovalCases {

    private static final int RUNNERS = 32;

    private final StoreFixture fixture;

    OneTimeTokenRemovalCases(StoreFixture fixture) {
        this.fixture = fixture;
    }

    @BeforeEach
    void clear_the_era() {
        Purge.all(limit -> tokens().purge(ReservedTime.END, limit));
    }

    private OneTimeTokenStore tokens() {
        return fixture.stores().oneTimeTokens();
    }

    private void issue(String name, Kind purpose, long userId, Instant createdAt) {
        assertThat(tokens().issue(fixture.oneTime(name, purpose, userId, createdAt)))
                .isTrue();
    }

    private boolean isThere(String name) {
        return tokens().find(fixture.digest(name)).isPresent();
    }

    /** Tokens of so many users, numbered from 0. */
    private void issueInEra(int count) {
        IntStream.range(0, count)
                .forEach(i -> issue("token" + i, RESET_PASSWORD, fixture.inserted("user" + i), ReservedTime.second(i)));
    }

    @Test
    void ends_all_tokens_of_a_user_and_of_nobody_else() {
        long ana = fixture.inserted("ana");
        issue("reset", RESET_PASSWORD, ana, JOINED);
        issue("verify", VERIFY_EMAIL, ana, JOINED);
        issue("bobs", RESET_PASSWORD, fixture.inserted("bob"), JOINED);

        assertThat(tokens().endAll(ana)).isEqualTo(2);

        assertThat(isThere("reset")).isFalse();
        assertThat(isThere("verify")).isFalse();
        assertThat(isThere("bobs")).isTrue();
        assertThat(tokens().endAll(ana)).isZero();
        assertThat(tokens().endAll(Long.MAX_VALUE)).isZero();
    }

    @Test
    void ends_expired_tokens_too() {
        long id = fixture.inserted("ana");
        issue("expired", RESET_PASSWORD, id, ReservedTime.START);

        assertThat(tokens().endAll(id)).isEqualTo(1);
    }

    @Test
    void finds_expired_tokens_until_they_are_removed() {
        issueInEra(1);

        assertThat(isThere("token0")).isTrue();
        assertThat(tokens().purge(ReservedTime.second(60).minusNanos(1000), 100))
                .isZero();
        assertThat(tokens().purge(ReservedTime.second(60), 100)).isEqualTo(1);
        assertThat(isThere("token0")).isFalse();
    }

    @Test
    void removes_expired_tokens_alone() {
        issueInEra(3);
        issue("now", RESET_PASSWORD, fixture.inserted("ana"), JOINED);

        assertThat(tokens().purge(ReservedTime.second(61), 100)).isEqualTo(2);

        assertThat(isThere("token2")).isTrue();
        assertThat(isThere("now")).isTrue();
    }

    @Test
    void removes_no_more_at_a_time_than_it_may() {
        issueInEra(5);

        assertThat(tokens().purge(ReservedTime.END, 2)).isEqualTo(2);
        assertThat(IntStream.range(0, 5).filter(i -> isThere("token" + i)).count())
                .isEqualTo(3);
        assertThat(tokens().purge(ReservedTime.END, 2)).isEqualTo(2);
        assertThat(tokens().purge(ReservedTime.END, 2)).isEqualTo(1);
        assertThat(tokens().purge(ReservedTime.END, 2)).isZero();
    }

    @Test
    void counts_each_token_once_for_many_at_once() {
        issueInEra(10);

        int removed = Race.of(RUNNERS, i -> tokens().purge(ReservedTime.END, 2)).stream()
                .mapToInt(count -> count)
                .sum();

        assertThat(removed)
                .isEqualTo(10
                        - (int) IntStream.range(0, 10)
                                .filter(i -> isThere("token" + i))
                                .count());
    }
}
