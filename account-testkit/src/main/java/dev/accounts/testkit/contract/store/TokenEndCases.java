package dev.accounts.testkit.contract.store;

import static dev.accounts.testkit.contract.store.StoreFixture.JOINED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.accounts.model.AuthToken;
import dev.accounts.testkit.internal.Race;
import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import org.junit.jupiter.api.Test;

abstract class TokenEndCases {

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
}
