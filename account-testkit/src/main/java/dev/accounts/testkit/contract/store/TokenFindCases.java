package dev.accounts.testkit.contract.store;

import static dev.accounts.testkit.internal.StoreFixture.HASH;
import static dev.accounts.testkit.internal.StoreFixture.JOINED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.accounts.model.AuthToken;
import dev.accounts.model.Identity;
import dev.accounts.model.TokenDigest;
import dev.accounts.model.factor.Authentication;
import dev.accounts.spi.NewUser;
import dev.accounts.spi.TokenOwner;
import dev.accounts.testkit.internal.StoreFixture;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

abstract class TokenFindCases {

    private static final Authentication BY_PASSWORD = Authentication.byPassword(JOINED);

    private final StoreFixture fixture;

    TokenFindCases(StoreFixture fixture) {
        this.fixture = fixture;
    }

    private Optional<TokenOwner> owner(TokenDigest digest) {
        return fixture.stores().tokens().findOwner(digest);
    }

    @Test
    void finds_who_holds_a_token_and_until_when() {
        String display = fixture.unique("Ána");
        long id = fixture.inserted(new NewUser(display, "Ana@x.org", fixture.claim("ana"), HASH, JOINED));
        AuthToken token = fixture.token("token", id, JOINED);

        fixture.issue(token);

        Identity ana = new Identity(id, display, "Ana@x.org", false, false, BY_PASSWORD);
        assertThat(owner(token.digest())).contains(new TokenOwner(ana, true, false, JOINED, token.expiresAt()));
    }

    @Test
    void finds_no_expiry_where_there_is_none() {
        long id = fixture.inserted("ana");

        fixture.issue(fixture.token("token", id, JOINED, Optional.empty()));

        assertThat(owner(fixture.digest("token"))).map(TokenOwner::expiresAt).contains(Optional.empty());
    }

    @Test
    void finds_the_owner_of_an_expired_token() {
        long id = fixture.inserted("ana");
        AuthToken expired = fixture.token("token", id, JOINED, Optional.of(JOINED.minusSeconds(1)));

        fixture.issue(expired);

        assertThat(owner(expired.digest())).map(TokenOwner::expiresAt).contains(expired.expiresAt());
    }

    @Test
    void finds_an_inactive_owner_and_says_so() {
        long id = fixture.inserted("ana");
        fixture.issue(fixture.token("token", id, JOINED));

        fixture.deactivate(id);

        assertThat(owner(fixture.digest("token"))).map(TokenOwner::active).contains(false);
    }

    @Test
    void tells_owners_apart() {
        List<String> names = List.of("ana", "bob", "cid");
        List<Long> ids = names.stream().map(fixture::inserted).toList();

        names.forEach(name -> fixture.issue(fixture.token(name, ids.get(names.indexOf(name)), JOINED)));

        assertThat(names.stream()
                        .map(name -> owner(fixture.digest(name))
                                .orElseThrow()
                                .identity()
                                .id()))
                .isEqualTo(ids);
    }

    @Test
    void finds_nobody_by_an_unknown_digest() {
        assertThat(owner(fixture.digest("token"))).isEmpty();
    }

    @Test
    void compares_digests_exactly() {
        String digest = fixture.digest("token").hex();
        fixture.issue(fixture.token("token", fixture.inserted("ana"), JOINED));

        char lastDigit = digest.charAt(31) == '0' ? '1' : '0';
        assertThat(owner(TokenDigest.ofHex(digest.substring(0, 31) + lastDigit)))
                .isEmpty();
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
        AuthToken labelled =
                issued(new AuthToken(fixture.digest("1"), id, longest, JOINED, JOINED, Optional.empty(), BY_PASSWORD));
        AuthToken plain = issued(new AuthToken(
                fixture.digest("2"), id, "", JOINED.plusSeconds(1), JOINED, Optional.empty(), BY_PASSWORD));

        assertThat(list(id)).containsExactly(plain, labelled);
    }
}
