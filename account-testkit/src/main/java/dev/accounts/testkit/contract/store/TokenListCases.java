package dev.accounts.testkit.contract.store;

import static dev.accounts.testkit.contract.store.StoreFixture.JOINED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.accounts.model.AuthToken;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

abstract class TokenListCases {

    private final StoreFixture fixture;

    TokenListCases(StoreFixture fixture) {
        this.fixture = fixture;
    }

    private AuthToken issued(AuthToken token) {
        assertThat(fixture.issue(token)).isTrue();
        return token;
    }

    private List<AuthToken> list(long userId) {
        return fixture.stores().tokens().list(userId);
    }

    @Test
    void gives_every_field_the_newest_first() {
        long id = fixture.inserted("ana");
        AuthToken second = issued(fixture.token("second", id, JOINED.plusNanos(1000)));
        AuthToken first = issued(fixture.token("first", id, JOINED));
        AuthToken third = issued(fixture.token("third", id, JOINED.plusSeconds(1), Optional.empty()));

        assertThat(list(id)).containsExactly(third, second, first);
    }

    @Test
    void gives_expired_tokens_too() {
        long id = fixture.inserted("ana");
        AuthToken expired = issued(fixture.token("expired", id, JOINED, Optional.of(JOINED.minusSeconds(1))));

        assertThat(list(id)).containsExactly(expired);
    }

    @Test
    void gives_the_tokens_of_an_inactive_user() {
        long id = fixture.inserted("ana");
        AuthToken token = issued(fixture.token("token", id, JOINED));

        fixture.deactivate(id);

        assertThat(list(id)).containsExactly(token);
    }

    @Test
    void gives_nothing_of_others() {
        long ana = fixture.inserted("ana");
        long bob = fixture.inserted("bob");
        issued(fixture.token("anas", ana, JOINED));

        assertThat(list(bob)).isEmpty();
        assertThat(list(Long.MAX_VALUE)).isEmpty();
    }

    @Test
    void gives_no_token_that_was_ended() {
        long id = fixture.inserted("ana");
        AuthToken token = issued(fixture.token("token", id, JOINED));
        AuthToken ended = issued(fixture.token("ended", id, JOINED));

        fixture.stores().tokens().end(ended.digest(), JOINED);

        assertThat(list(id)).containsExactly(token);
    }

    /** Letters of four bytes each. */
    @Test
    void keeps_the_longest_label_and_an_empty_one() {
        long id = fixture.inserted("ana");
        String longest = "\uD840\uDC00".repeat(AuthToken.MAX_LABEL);
        AuthToken labelled = issued(
                new AuthToken(fixture.digest("1"), UUID.randomUUID(), id, longest, JOINED, JOINED, Optional.empty()));
        AuthToken plain = issued(new AuthToken(
                fixture.digest("2"), UUID.randomUUID(), id, "", JOINED.plusSeconds(1), JOINED, Optional.empty()));

        assertThat(list(id)).containsExactly(plain, labelled);
    }

    @Test
    void names_tokens_by_the_id_that_their_owner_is_found_with() {
        long id = fixture.inserted("ana");
        AuthToken token = issued(fixture.token("token", id, JOINED));

        assertThat(fixture.stores().tokens().findOwner(token.digest()))
                .hasValueSatisfying(owner -> assertThat(owner.tokenId()).isEqualTo(token.id()));
    }
}
