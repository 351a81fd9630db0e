package dev.accounts.testkit.contract.store;

import static dev.accounts.testkit.contract.store.StoreFixture.HASH;
import static dev.accounts.testkit.contract.store.StoreFixture.JOINED;
import static dev.accounts.testkit.contract.store.StoreFixture.MAX_TOKENS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.accounts.model.StorageException;
import dev.accounts.spi.StoredUser;
import dev.accounts.spi.TokenStore.VerifiedLogin;
import dev.accounts.testkit.internal.Race;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

abstract class TokenIssueCases {

    private static final Instant LOGIN = JOINED.plusSeconds(3600);

    private final StoreFixture fixture;

    TokenIssueCases(StoreFixture fixture) {
        this.fixture = fixture;
    }

    private boolean issue(String token, long userId, String verifiedHash, String currentHash) {
        return fixture.stores()
                .tokens()
                .issue(new VerifiedLogin(fixture.token(token, userId, LOGIN), verifiedHash, currentHash, MAX_TOKENS));
    }

    private void assertUnchanged(long userId, String token) {
        assertThat(fixture.isStored(token)).isFalse();
        assertThat(fixture.user(userId).lastLogin()).isEmpty();
        assertThat(fixture.credentials("ana")).map(StoredUser::passwordHash).contains(HASH);
    }

    @Test
    void stores_the_token_and_the_time_of_it_as_last_login() {
        long id = fixture.inserted("ana");

        assertThat(issue("token", id, HASH, HASH)).isTrue();

        assertThat(fixture.isStored("token")).isTrue();
        assertThat(fixture.user(id).lastLogin()).contains(LOGIN);
        assertThat(fixture.credentials("ana"))
                .get()
                .extracting(StoredUser::id, StoredUser::active, StoredUser::passwordHash)
                .containsExactly(id, true, HASH);
    }

    @Test
    void changes_nobody_else() {
        long id = fixture.inserted("ana");
        long other = fixture.inserted("bob");

        issue("token", id, HASH, "new hash");

        assertThat(fixture.user(other).lastLogin()).isEmpty();
        assertThat(fixture.credentials("bob"))
                .get()
                .extracting(StoredUser::id, StoredUser::active, StoredUser::passwordHash)
                .containsExactly(other, true, HASH);
    }

    @Test
    void stores_many_tokens_of_one_user() {
        long id = fixture.inserted("ana");

        assertThat(IntStream.range(0, 20).mapToObj(i -> issue("token" + i, id, HASH, HASH)))
                .containsOnly(true);

        assertThat(IntStream.range(0, 20).mapToObj(i -> fixture.isStored("token" + i)))
                .containsOnly(true);
    }

    @Test
    void moves_the_last_login_with_each_token() {
        long id = fixture.inserted("ana");

        fixture.issue(fixture.token("one", id, LOGIN));
        fixture.issue(fixture.token("two", id, LOGIN.plusNanos(1000)));

        assertThat(fixture.user(id).lastLogin()).contains(LOGIN.plusNanos(1000));
    }

    @Test
    void replaces_the_hash_by_a_stronger_one() {
        long id = fixture.inserted("ana");

        assertThat(issue("token", id, HASH, "stronger")).isTrue();

        assertThat(fixture.credentials("ana")).map(StoredUser::passwordHash).contains("stronger");
        assertThat(fixture.user(id).lastLogin()).contains(LOGIN);
    }

    @Test
    void stores_nothing_once_the_hash_has_changed() {
        long id = fixture.inserted("ana");

        assertThat(issue("token", id, "older hash", "older hash")).isFalse();
        assertThat(issue("token", id, "older hash", "stronger")).isFalse();
        assertThat(issue("token", id, "older hash", HASH)).isFalse();

        assertUnchanged(id, "token");
    }

    @Test
    void compares_hashes_exactly() {
        long id = fixture.inserted("ana");

        assertThat(List.of(HASH.toLowerCase(Locale.ROOT), HASH + " ", " " + HASH, HASH + "\u200B", ""))
                .noneMatch(verified -> issue("token", id, verified, verified));

        assertUnchanged(id, "token");
    }

    @Test
    void stores_nothing_for_an_inactive_owner() {
        long id = fixture.inserted("ana");
        fixture.deactivate(id);

        assertThat(issue("token", id, HASH, "stronger")).isFalse();
        assertThat(issue("token", id, HASH, HASH)).isFalse();

        assertUnchanged(id, "token");
    }

    @Test
    void stores_nothing_for_an_unknown_owner() {
        assertThat(issue("token", Long.MAX_VALUE, HASH, HASH)).isFalse();

        assertThat(fixture.isStored("token")).isFalse();
    }

    @Test
    void never_gives_a_token_to_a_second_owner() {
        long ana = fixture.inserted("ana");
        long bob = fixture.inserted("bob");
        issue("token", bob, HASH, HASH);

        assertThatExceptionOfType(StorageException.class).isThrownBy(() -> issue("token", ana, HASH, "stronger"));

        assertThat(fixture.stores().tokens().findOwner(fixture.digest("token")))
                .hasValueSatisfying(owner -> assertThat(owner.identity().id()).isEqualTo(bob));
        assertThat(fixture.user(ana).lastLogin()).isEmpty();
        assertThat(fixture.credentials("ana")).map(StoredUser::passwordHash).contains(HASH);
    }

    @Test
    void replaces_the_hash_for_exactly_one_of_many_at_once() {
        long id = fixture.inserted("ana");

        List<Boolean> answers = Race.of(32, i -> issue("token" + i, id, HASH, "stronger" + i));

        assertThat(Collections.frequency(answers, true)).isEqualTo(1);
        int winner = answers.indexOf(true);
        assertThat(fixture.credentials("ana")).map(StoredUser::passwordHash).contains("stronger" + winner);
        assertThat(IntStream.range(0, 32).filter(i -> fixture.isStored("token" + i)))
                .containsExactly(winner);
    }

    @Test
    void stores_all_of_many_at_once_that_keep_the_hash() {
        long id = fixture.inserted("ana");

        assertThat(Race.of(32, i -> issue("token" + i, id, HASH, HASH))).containsOnly(true);

        assertThat(IntStream.range(0, 32).mapToObj(i -> fixture.isStored("token" + i)))
                .containsOnly(true);
    }
}
