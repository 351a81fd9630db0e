package dev.accounts.testkit.contract.store;

import static dev.accounts.testkit.contract.store.StoreFixture.HASH;
import static dev.accounts.testkit.contract.store.StoreFixture.JOINED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.accounts.model.AuthToken;
import dev.accounts.model.Identity;
import dev.accounts.model.TokenDigest;
import dev.accounts.spi.NewUser;
import dev.accounts.spi.TokenOwner;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

abstract class TokenOwnerCases {

    private final StoreFixture fixture;

    TokenOwnerCases(StoreFixture fixture) {
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

        Identity ana = new Identity(id, display, "Ana@x.org", false, false);
        assertThat(owner(token.digest())).contains(new TokenOwner(ana, true, token.id(), JOINED, token.expiresAt()));
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

        char lastDigit = digest.charAt(63) == '0' ? '1' : '0';
        assertThat(owner(new TokenDigest(digest.substring(0, 63) + lastDigit))).isEmpty();
    }
}
