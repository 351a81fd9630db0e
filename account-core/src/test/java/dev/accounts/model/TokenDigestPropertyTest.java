package dev.accounts.model;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** A digest is the same in each of its forms, and another digest differs in each. */
class TokenDigestPropertyTest {

    @Property
    void is_read_as_it_was_written(@ForAll long high, @ForAll long low) {
        TokenDigest digest = new TokenDigest(high, low);

        assertThat(TokenDigest.ofHex(digest.hex())).isEqualTo(digest);
        assertThat(TokenDigest.ofBytes(digest.bytes())).isEqualTo(digest);
    }

    @Property
    void differs_from_another_digest_in_each_form(@ForAll String one, @ForAll String other) {
        TokenDigest digest = TokenDigest.of(one);
        TokenDigest another = TokenDigest.of(other);

        assertThat(digest.hex().equals(another.hex())).isEqualTo(one.equals(other));
        assertThat(digest.tokenId().equals(another.tokenId())).isEqualTo(one.equals(other));
    }
}
