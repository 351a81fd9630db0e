package dev.accounts.testkit.contract.store;

import static dev.accounts.spi.StoredOneTimeToken.Purpose.RESET_PASSWORD;
import static dev.accounts.spi.StoredOneTimeToken.Purpose.VERIFY_EMAIL;
import static dev.accounts.testkit.internal.StoreFixture.JOINED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.accounts.model.StorageException;
import dev.accounts.model.TokenDigest;
import dev.accounts.spi.AccountStores;
import dev.accounts.spi.OneTimeTokenStore;
import dev.accounts.spi.StoredOneTimeToken;
import dev.accounts.spi.StoredOneTimeToken.Purpose;
import dev.accounts.testkit.internal.Purge;
import dev.accounts.testkit.internal.Race;
import dev.accounts.testkit.internal.StoreFixture;
import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What every {@link dev.accounts.spi.OneTimeTokenStore} guarantees. */
public abstract class OneTimeTokenStoreContract {

    private StoreFixture fixture;

    /** For the test of an adapter. */
    protected OneTimeTokenStoreContract() {}

    @BeforeEach
    final void createFixture() {
        fixture = new StoreFixture(this::stores);
    }

    /**
     * The stores under test. A test calls this method many times; all the stores it returns share the same data.
     *
     * @return the stores
     */
    protected abstract AccountStores stores();

    @Nested
    class Issue {

        private static final int RUNNERS = 32;

        private boolean issue(String name, Purpose purpose, long userId) {
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
        void keeps_the_longest_address_and_payload() {
            long id = fixture.inserted("ana");
            StoredOneTimeToken token = new StoredOneTimeToken(
                    fixture.digest("token"),
                    VERIFY_EMAIL,
                    id,
                    "\uD840\uDC00".repeat(254),
                    "p".repeat(StoredOneTimeToken.MAX_PAYLOAD),
                    JOINED,
                    JOINED.plusNanos(1000));

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
            char lastDigit = digest.charAt(31) == '0' ? '1' : '0';

            assertThat(fixture.stores().oneTimeTokens().find(TokenDigest.ofHex(digest.substring(0, 31) + lastDigit)))
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

    @Nested
    class Use {

        private static final int RUNNERS = 32;

        private StoredOneTimeToken issued(String name, Purpose purpose, long userId) {
            StoredOneTimeToken token = fixture.oneTime(name, purpose, userId, JOINED);
            assertThat(fixture.stores().oneTimeTokens().issue(token)).isTrue();
            return token;
        }

        private boolean use(String name, Instant now) {
            return fixture.stores().oneTimeTokens().use(fixture.digest(name), now);
        }

        private boolean isThere(String name) {
            return fixture.stores().oneTimeTokens().find(fixture.digest(name)).isPresent();
        }

        @Test
        void uses_a_token_once() {
            issued("token", RESET_PASSWORD, fixture.inserted("ana"));

            assertThat(use("token", JOINED)).isTrue();

            assertThat(isThere("token")).isFalse();
            assertThat(use("token", JOINED)).isFalse();
        }

        @Test
        void uses_no_unknown_token_and_no_other() {
            long id = fixture.inserted("ana");
            issued("reset", RESET_PASSWORD, id);
            issued("verify", VERIFY_EMAIL, id);

            assertThat(use("other", JOINED)).isFalse();
            assertThat(use("reset", JOINED)).isTrue();

            assertThat(isThere("verify")).isTrue();
        }

        @Test
        void uses_a_token_up_to_the_last_microsecond_of_its_life() {
            StoredOneTimeToken token = issued("token", RESET_PASSWORD, fixture.inserted("ana"));

            assertThat(use("token", token.expiresAt().minusNanos(1000))).isTrue();
        }

        @Test
        void does_not_use_a_token_from_the_moment_on_at_which_it_expires() {
            StoredOneTimeToken token = issued("token", RESET_PASSWORD, fixture.inserted("ana"));

            assertThat(use("token", token.expiresAt())).isFalse();
            assertThat(use("token", token.expiresAt().plusNanos(1000))).isFalse();

            assertThat(isThere("token")).isTrue();
        }

        @Test
        void uses_no_token_in_whose_place_another_has_come() {
            long id = fixture.inserted("ana");
            issued("older", RESET_PASSWORD, id);
            issued("newer", RESET_PASSWORD, id);

            assertThat(use("older", JOINED)).isFalse();
            assertThat(use("newer", JOINED)).isTrue();
        }

        @Test
        void answers_true_to_exactly_one_of_many_at_once() {
            issued("token", RESET_PASSWORD, fixture.inserted("ana"));

            assertThat(Collections.frequency(Race.of(RUNNERS, i -> use("token", JOINED)), true))
                    .isEqualTo(1);

            assertThat(isThere("token")).isFalse();
        }

        @Test
        void either_uses_or_ends_a_token() {
            long id = fixture.inserted("ana");
            issued("token", RESET_PASSWORD, id);

            int taken = Race.of(
                            RUNNERS,
                            i -> Race.atLast(() -> i % 2 == 0
                                    ? fixture.stores().oneTimeTokens().endAll(id)
                                    : use("token", JOINED) ? 1 : 0))
                    .stream()
                    .mapToInt(count -> count)
                    .sum();

            assertThat(taken).isEqualTo(1);
            assertThat(isThere("token")).isFalse();
        }
    }

    @Nested
    class Remove {

        private static final int RUNNERS = 32;

        @BeforeEach
        void clear_the_reserved_time() {
            Purge.all(limit -> tokens().purge(ReservedTime.END, limit));
        }

        private OneTimeTokenStore tokens() {
            return fixture.stores().oneTimeTokens();
        }

        private void issue(String name, Purpose purpose, long userId, Instant createdAt) {
            assertThat(tokens().issue(fixture.oneTime(name, purpose, userId, createdAt)))
                    .isTrue();
        }

        private boolean isThere(String name) {
            return tokens().find(fixture.digest(name)).isPresent();
        }

        /** Issues one token to each of so many new users, numbered from 0. */
        private void issueInReservedTime(int count) {
            IntStream.range(0, count)
                    .forEach(i ->
                            issue("token" + i, RESET_PASSWORD, fixture.inserted("user" + i), ReservedTime.second(i)));
        }

        @Test
        void ends_all_tokens_of_a_user_and_of_nobody_else() {
            long ana = fixture.inserted("ana");
            issue("reset", RESET_PASSWORD, ana, JOINED);
            issue("verify", VERIFY_EMAIL, ana, JOINED);
            issue("bobs", RESET_PASSWORD, fixture.inserted("bob"), JOINED);

            assertThat(tokens().endAll(ana)).isEqualTo(2);

            assertThat(isThere("reset")).isFalse();
            assertThat(isThere("verify")).isFalse();
            assertThat(isThere("bobs")).isTrue();
            assertThat(tokens().endAll(ana)).isZero();
            assertThat(tokens().endAll(Long.MAX_VALUE)).isZero();
        }

        @Test
        void ends_expired_tokens_too() {
            long id = fixture.inserted("ana");
            issue("expired", RESET_PASSWORD, id, ReservedTime.START);

            assertThat(tokens().endAll(id)).isEqualTo(1);
        }

        @Test
        void finds_expired_tokens_until_they_are_removed() {
            issueInReservedTime(1);

            assertThat(isThere("token0")).isTrue();
            assertThat(tokens().purge(ReservedTime.second(60).minusNanos(1000), 100))
                    .isZero();
            assertThat(tokens().purge(ReservedTime.second(60), 100)).isEqualTo(1);
            assertThat(isThere("token0")).isFalse();
        }

        @Test
        void removes_expired_tokens_alone() {
            issueInReservedTime(3);
            issue("now", RESET_PASSWORD, fixture.inserted("ana"), JOINED);

            assertThat(tokens().purge(ReservedTime.second(61), 100)).isEqualTo(2);

            assertThat(isThere("token2")).isTrue();
            assertThat(isThere("now")).isTrue();
        }

        @Test
        void removes_no_more_at_a_time_than_it_may() {
            issueInReservedTime(5);

            assertThat(tokens().purge(ReservedTime.END, 2)).isEqualTo(2);
            assertThat(IntStream.range(0, 5).filter(i -> isThere("token" + i)).count())
                    .isEqualTo(3);
            assertThat(tokens().purge(ReservedTime.END, 2)).isEqualTo(2);
            assertThat(tokens().purge(ReservedTime.END, 2)).isEqualTo(1);
            assertThat(tokens().purge(ReservedTime.END, 2)).isZero();
        }

        @Test
        void counts_each_token_once_for_many_at_once() {
            issueInReservedTime(10);

            int removed = Race.of(RUNNERS, i -> tokens().purge(ReservedTime.END, 2)).stream()
                    .mapToInt(count -> count)
                    .sum();

            assertThat(removed)
                    .isEqualTo(10
                            - (int) IntStream.range(0, 10)
                                    .filter(i -> isThere("token" + i))
                                    .count());
        }
    }
}
