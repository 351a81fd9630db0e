package dev.accounts.testkit.contract.store;

import static dev.accounts.model.AccountMessage.Kind.RESET_PASSWORD;
import static dev.accounts.model.AccountMessage.Kind.VERIFY_EMAIL;
import static dev.accounts.testkit.contract.store.StoreFixture.JOINED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.accounts.model.AccountMessage.Kind;
import dev.accounts.model.StorageException;
import dev.accounts.model.TokenDigest;
import dev.accounts.spi.StoredOneTimeToken;
import dev.accounts.testkit.internal.Race;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

abstract class OneTimeTokenIssueCases {

    private static final int RUNNERS = 32;

    private final StoreFixture fixture;

    OneTimeTokenIssueCases(StoreFixture fixture) {
        this.fixture = fixture;
    }

    private boolean issue(String name, Kind purpose, long userId) {
        return fixture.stores().oneTimeTokens().issue(fixture.oneTime(name, purpose, userId, JOINED));
    }

    private Optional<StoredOneTimeToken> find(String name) {
        return fixture.stores().oneTimeTokens().find(fixture.digest(name));
    }

    @Test
    void stores_every_field() {
        StoredOneTimeToken token = fixture.oneTime("token", VERIFY_EMAIL, fixture.inserted("ana"), JOINED);

        assertThat(fixture.stores().oneTimeTokens().issue(token)).isTrue();

        assertThat(find("token")).contains(token);
    }

    /** Letters of four bytes each. */
    @Test
    void keeps_the_longest_address() {
        long id = fixture.inserted("ana");
        StoredOneTimeToken token = new StoredOneTimeToken(
                fixture.digest("token"), VERIFY_EMAIL, id, "\uD840\uDC00".repeat(254), JOINED, JOINED.plusNanos(1000));

        fixture.stores().oneTimeTokens().issue(token);

        assertThat(find("token")).contains(token);
    }

    @Test
    void stores_nothing_for_an_unknown_user() {
        assertThat(issue("token", RESET_PASSWORD, Long.MAX_VALUE)).isFalse();

        assertThat(find("token")).isEmpty();
    }

    @Test
    void stores_a_token_of_an_inactive_user() {
        long id = fixture.inserted("ana");
        fixture.flag(id, false, false, false);

        assertThat(issue("token", RESET_PASSWORD, id)).isTrue();
    }

    @Test
    void leaves_the_newest_alone_of_a_user_and_purpose() {
        long id = fixture.inserted("ana");
        issue("one", RESET_PASSWORD, id);
        issue("two", RESET_PASSWORD, id);

        assertThat(issue("three", RESET_PASSWORD, id)).isTrue();

        assertThat(find("one")).isEmpty();
        assertThat(find("two")).isEmpty();
        assertThat(find("three")).isPresent();
    }

    @Test
    void leaves_tokens_of_another_purpose_and_of_other_users() {
        long ana = fixture.inserted("ana");
        long bob = fixture.inserted("bob");
        issue("verify", VERIFY_EMAIL, ana);
        issue("bobs", RESET_PASSWORD, bob);

        issue("reset", RESET_PASSWORD, ana);

        assertThat(find("verify")).isPresent();
        assertThat(find("bobs")).isPresent();
        assertThat(find("reset")).isPresent();
    }

    @Test
    void never_gives_a_token_to_a_second_user() {
        long ana = fixture.inserted("ana");
        long bob = fixture.inserted("bob");
        issue("bobs", RESET_PASSWORD, bob);
        issue("anas", RESET_PASSWORD, ana);

        assertThatExceptionOfType(StorageException.class).isThrownBy(() -> issue("bobs", RESET_PASSWORD, ana));

        assertThat(find("bobs")).map(StoredOneTimeToken::userId).contains(bob);
        assertThat(find("anas")).map(StoredOneTimeToken::userId).contains(ana);
    }

    @Test
    void finds_nothing_by_another_digest() {
        issue("token", RESET_PASSWORD, fixture.inserted("ana"));
        String digest = fixture.digest("token").hex();
        char lastDigit = digest.charAt(63) == '0' ? '1' : '0';

        assertThat(fixture.stores().oneTimeTokens().find(new TokenDigest(digest.substring(0, 63) + lastDigit)))
                .isEmpty();
    }

    @Test
    void leaves_the_user_as_it_was() {
        long id = fixture.inserted("ana");

        issue("token", RESET_PASSWORD, id);

        assertThat(fixture.user(id).lastLogin()).isEmpty();
        assertThat(fixture.isStored("token")).isFalse();
    }

    @Test
    void leaves_one_of_many_at_once() {
        long id = fixture.inserted("ana");

        assertThat(Race.of(RUNNERS, i -> issue("token" + i, RESET_PASSWORD, id)))
                .containsOnly(true);

        assertThat(IntStream.range(0, RUNNERS)
                        .filter(i -> find("token" + i).isPresent())
                        .count())
                .isEqualTo(1);
    }
}
