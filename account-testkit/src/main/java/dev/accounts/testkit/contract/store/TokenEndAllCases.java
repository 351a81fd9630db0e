package dev.accounts.testkit.contract.store;

import static dev.accounts.testkit.contract.store.StoreFixture.JOINED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.accounts.testkit.internal.Race;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

abstract class TokenEndAllCases {

    private static final int RUNNERS = 32;

    private final StoreFixture fixture;

    TokenEndAllCases(StoreFixture fixture) {
        this.fixture = fixture;
    }

    private long withTokens(String name, int count) {
        long id = fixture.inserted(name);
        IntStream.range(0, count).forEach(i -> fixture.issue(fixture.token(name + i, id, JOINED)));
        return id;
    }

    private int endAll(long userId) {
        return fixture.stores().tokens().endAll(userId, Optional.empty());
    }

    private int endAllBut(String kept, long userId) {
        return fixture.stores().tokens().endAll(userId, Optional.of(fixture.digest(kept)));
    }

    @Test
    void ends_all_tokens_of_a_user_and_counts_them() {
        long id = withTokens("ana", 3);

        assertThat(endAll(id)).isEqualTo(3);

        assertThat(fixture.stores().tokens().list(id)).isEmpty();
        assertThat(IntStream.range(0, 3).filter(i -> fixture.isStored("ana" + i)))
                .isEmpty();
    }

    @Test
    void ends_all_but_the_one_to_keep() {
        long id = withTokens("ana", 3);

        assertThat(endAllBut("ana1", id)).isEqualTo(2);

        assertThat(IntStream.range(0, 3).filter(i -> fixture.isStored("ana" + i)))
                .containsExactly(1);
    }

    @Test
    void ends_expired_tokens_too() {
        long id = withTokens("ana", 1);
        fixture.issue(fixture.token("expired", id, JOINED, Optional.of(JOINED.minusSeconds(1))));

        assertThat(endAll(id)).isEqualTo(2);
    }

    @Test
    void lets_the_tokens_of_others_live() {
        long ana = withTokens("ana", 2);
        long bob = withTokens("bob", 2);

        assertThat(endAllBut("bob0", ana)).isEqualTo(2);

        assertThat(fixture.stores().tokens().list(bob)).hasSize(2);
    }

    @Test
    void ends_nothing_where_there_is_nothing() {
        assertThat(endAll(fixture.inserted("ana"))).isZero();
        assertThat(endAll(Long.MAX_VALUE)).isZero();
    }

    @Test
    void ends_the_tokens_of_an_inactive_user() {
        long id = withTokens("ana", 2);
        fixture.deactivate(id);

        assertThat(endAll(id)).isEqualTo(2);
    }

    @Test
    void counts_each_token_once_for_many_at_once() {
        long id = withTokens("ana", 10);

        assertThat(Race.of(RUNNERS, i -> endAll(id)).stream().mapToInt(n -> n).sum())
                .isEqualTo(10);
    }
}
