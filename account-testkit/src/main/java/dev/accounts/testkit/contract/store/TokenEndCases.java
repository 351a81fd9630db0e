package dev.accounts.testkit.contract.store;

import static dev.accounts.testkit.internal.StoreFixture.JOINED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.accounts.model.AuthToken;
import dev.accounts.testkit.internal.Race;
import dev.accounts.testkit.internal.StoreFixture;
import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

abstract class TokenEndCases {

    private static final int RUNNERS = 32;

    private final StoreFixture fixture;

    TokenEndCases(StoreFixture fixture) {
        this.fixture = fixture;
    }

    private boolean end(String token, Instant now) {
        return fixture.stores().tokens().end(fixture.digest(token), now);
    }

    private AuthToken issued(String token, long userId) {
        AuthToken issued = fixture.token(token, userId, JOINED);
        assertThat(fixture.issue(issued)).isTrue();
        return issued;
    }

    @Test
    void ends_a_live_token_once() {
        issued("token", fixture.inserted("ana"));

        assertThat(end("token", JOINED)).isTrue();

        assertThat(fixture.isStored("token")).isFalse();
        assertThat(end("token", JOINED)).isFalse();
    }

    @Test
    void lets_other_tokens_live() {
        long ana = fixture.inserted("ana");
        issued("one", ana);
        issued("two", ana);
        issued("bobs", fixture.inserted("bob"));

        end("one", JOINED);

        assertThat(fixture.isStored("two")).isTrue();
        assertThat(fixture.isStored("bobs")).isTrue();
    }

    @Test
    void ends_nothing_by_an_unknown_digest() {
        issued("token", fixture.inserted("ana"));

        assertThat(end("other", JOINED)).isFalse();

        assertThat(fixture.isStored("token")).isTrue();
    }

    @Test
    void ends_a_token_up_to_the_last_microsecond_of_its_life() {
        AuthToken token = issued("token", fixture.inserted("ana"));

        assertThat(end("token", token.expiresAt().orElseThrow().minusNanos(1000)))
                .isTrue();
    }

    @Test
    void does_not_end_a_token_from_the_moment_on_at_which_it_expires() {
        AuthToken token = issued("token", fixture.inserted("ana"));
        Instant expiry = token.expiresAt().orElseThrow();

        assertThat(end("token", expiry)).isFalse();
        assertThat(end("token", expiry.plusNanos(1000))).isFalse();

        assertThat(fixture.isStored("token")).isTrue();
    }

    @Test
    void ends_a_token_without_expiry_at_any_time() {
        fixture.issue(fixture.token("token", fixture.inserted("ana"), JOINED, Optional.empty()));

        assertThat(end("token", Instant.parse("2999-12-31T23:59:59Z"))).isTrue();
    }

    @Test
    void ends_a_token_of_an_inactive_owner() {
        long id = fixture.inserted("ana");
        issued("token", id);
        fixture.deactivate(id);

        assertThat(end("token", JOINED)).isTrue();

        assertThat(fixture.isStored("token")).isFalse();
    }

    @Test
    void leaves_the_owner_as_it_was() {
        long id = fixture.inserted("ana");
        issued("token", id);

        end("token", JOINED.plusSeconds(1));

        assertThat(fixture.user(id).lastLogin()).contains(JOINED);
    }

    @Test
    void answers_true_to_exactly_one_of_many_at_once() {
        issued("token", fixture.inserted("ana"));

        assertThat(Collections.frequency(Race.of(32, i -> end("token", JOINED)), true))
                .isEqualTo(1);

        assertThat(fixture.isStored("token")).isFalse();
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
