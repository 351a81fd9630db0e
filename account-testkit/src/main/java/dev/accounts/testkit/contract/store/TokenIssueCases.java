package dev.accounts.testkit.contract.store;

import static dev.accounts.testkit.internal.StoreFixture.HASH;
import static dev.accounts.testkit.internal.StoreFixture.JOINED;
import static dev.accounts.testkit.internal.StoreFixture.MAX_TOKENS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.accounts.model.AuthToken;
import dev.accounts.model.StorageException;
import dev.accounts.spi.StoredUser;
import dev.accounts.spi.TokenStore.VerifiedLogin;
import dev.accounts.testkit.internal.Race;
import dev.accounts.testkit.internal.StoreFixture;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

abstract class TokenIssueCases {

    private static final Instant LOGIN = JOINED.plusSeconds(3600);
    private static final int RUNNERS = 32;

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

    private boolean issueCapped(String name, long userId, int second, int maxTokens) {
        AuthToken token = fixture.token(name, userId, JOINED.plusSeconds(second));
        return fixture.stores().tokens().issue(new VerifiedLogin(token, HASH, HASH, maxTokens));
    }

    private List<String> labels(long userId) {
        return fixture.stores().tokens().list(userId).stream()
                .map(AuthToken::label)
                .toList();
    }

    @Test
    void ends_the_oldest_once_there_are_too_many() {
        long id = fixture.inserted("ana");
        for (int i = 1; i <= 3; i++) {
            issueCapped("token" + i, id, i, 3);
        }
        assertThat(labels(id)).hasSize(3);

        assertThat(issueCapped("token4", id, 4, 3)).isTrue();

        assertThat(labels(id)).containsExactly("token4", "token3", "token2");
        assertThat(fixture.isStored("token1")).isFalse();
    }

    @Test
    void judges_age_by_the_time_of_the_login_and_not_by_the_order_of_arrival() {
        long id = fixture.inserted("ana");
        issueCapped("third", id, 3, 3);
        issueCapped("first", id, 1, 3);
        issueCapped("second", id, 2, 3);

        issueCapped("fourth", id, 4, 3);

        assertThat(labels(id)).containsExactly("fourth", "third", "second");
    }

    @Test
    void ends_more_where_fewer_are_allowed_from_now_on() {
        long id = fixture.inserted("ana");
        for (int i = 1; i <= 5; i++) {
            issueCapped("token" + i, id, i, 5);
        }

        issueCapped("token6", id, 6, 2);

        assertThat(labels(id)).containsExactly("token6", "token5");
    }

    @Test
    void keeps_the_new_one_whatever_its_time_is() {
        long id = fixture.inserted("ana");
        issueCapped("old", id, 10, 2);
        issueCapped("older", id, 9, 2);

        assertThat(issueCapped("new", id, 1, 1)).isTrue();

        assertThat(labels(id)).containsExactly("new");
    }

    @Test
    void leaves_the_tokens_of_others() {
        long ana = fixture.inserted("ana");
        long bob = fixture.inserted("bob");
        issueCapped("bobs", bob, 1, 1);

        issueCapped("one", ana, 2, 1);
        issueCapped("two", ana, 3, 1);

        assertThat(labels(bob)).containsExactly("bobs");
        assertThat(labels(ana)).containsExactly("two");
    }

    @Test
    void ends_nothing_for_a_login_that_is_refused() {
        long id = fixture.inserted("ana");
        issueCapped("one", id, 1, 2);
        issueCapped("two", id, 2, 2);

        AuthToken token = fixture.token("three", id, JOINED.plusSeconds(3));
        assertThat(fixture.stores().tokens().issue(new VerifiedLogin(token, "other", "other", 1)))
                .isFalse();

        assertThat(labels(id)).containsExactly("two", "one");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 31})
    void leaves_as_many_as_are_allowed_of_many_at_once(int maxTokens) {
        long id = fixture.inserted("ana");
        issueCapped("before", id, 0, maxTokens);

        assertThat(Race.of(RUNNERS, i -> issueCapped("token" + i, id, 1, maxTokens)))
                .containsOnly(true);

        assertThat(labels(id)).hasSize(maxTokens).doesNotContain("before");
    }

    @Test
    void leaves_the_newest_of_many_at_once_that_the_last_one_allows() {
        long id = fixture.inserted("ana");
        Race.of(RUNNERS, i -> issueCapped("token" + i, id, i, RUNNERS));

        issueCapped("last", id, RUNNERS, 3);

        assertThat(labels(id)).containsExactly("last", "token31", "token30");
    }

    /** A login can change the user, too; then the other writers must read again. */
    private boolean changed(long id, UnaryOperator<StoredUser> change) {
        boolean done = false;
        while (!done) {
            done = fixture.stores()
                    .atomically(() -> fixture.stores().users().replace(change.apply(fixture.read(id)))
                            && fixture.stores().tokens().endAll(id, Optional.empty()) >= 0);
        }
        return true;
    }

    private void assertNoneOutlives(UnaryOperator<StoredUser> change) {
        long id = fixture.inserted("ana");

        List<Boolean> answers = Race.of(
                RUNNERS,
                i -> i == RUNNERS / 2 ? changed(id, change) : fixture.issue(fixture.token("token" + i, id, JOINED)));

        assertThat(answers.get(RUNNERS / 2)).isTrue();
        assertThat(fixture.stores().tokens().list(id)).isEmpty();
        assertThat(IntStream.range(0, RUNNERS).filter(i -> fixture.isStored("token" + i)))
                .isEmpty();
    }

    @Test
    void no_login_outlives_a_change_of_password() {
        assertNoneOutlives(user -> user.withPasswordHash("another hash"));
    }

    @Test
    void no_login_outlives_a_deactivation() {
        assertNoneOutlives(user -> user.withFlags(new StoredUser.Flags(false, false, false)));
    }
}
