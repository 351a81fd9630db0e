package dev.accounts.testkit.contract.store;

import static dev.accounts.testkit.contract.store.StoreFixture.HASH;
import static dev.accounts.testkit.contract.store.StoreFixture.JOINED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.accounts.model.AuthToken;
import dev.accounts.spi.TokenStore.VerifiedLogin;
import dev.accounts.testkit.internal.Race;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

abstract class TokenCapCases {

    private static final int RUNNERS = 32;

    private final StoreFixture fixture;

    TokenCapCases(StoreFixture fixture) {
        this.fixture = fixture;
    }

    private boolean issue(String name, long userId, int second, int maxTokens) {
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
            issue("token" + i, id, i, 3);
        }
        assertThat(labels(id)).hasSize(3);

        assertThat(issue("token4", id, 4, 3)).isTrue();

        assertThat(labels(id)).containsExactly("token4", "token3", "token2");
        assertThat(fixture.isStored("token1")).isFalse();
    }

    @Test
    void judges_age_by_the_time_of_the_login_and_not_by_the_order_of_arrival() {
        long id = fixture.inserted("ana");
        issue("third", id, 3, 3);
        issue("first", id, 1, 3);
        issue("second", id, 2, 3);

        issue("fourth", id, 4, 3);

        assertThat(labels(id)).containsExactly("fourth", "third", "second");
    }

    @Test
    void ends_more_where_fewer_are_allowed_from_now_on() {
        long id = fixture.inserted("ana");
        for (int i = 1; i <= 5; i++) {
            issue("token" + i, id, i, 5);
        }

        issue("token6", id, 6, 2);

        assertThat(labels(id)).containsExactly("token6", "token5");
    }

    @Test
    void keeps_the_new_one_whatever_its_time_is() {
        long id = fixture.inserted("ana");
        issue("old", id, 10, 2);
        issue("older", id, 9, 2);

        assertThat(issue("new", id, 1, 1)).isTrue();

        assertThat(labels(id)).containsExactly("new");
    }

    @Test
    void leaves_the_tokens_of_others() {
        long ana = fixture.inserted("ana");
        long bob = fixture.inserted("bob");
        issue("bobs", bob, 1, 1);

        issue("one", ana, 2, 1);
        issue("two", ana, 3, 1);

        assertThat(labels(bob)).containsExactly("bobs");
        assertThat(labels(ana)).containsExactly("two");
    }

    @Test
    void ends_nothing_for_a_login_that_is_refused() {
        long id = fixture.inserted("ana");
        issue("one", id, 1, 2);
        issue("two", id, 2, 2);

        AuthToken token = fixture.token("three", id, JOINED.plusSeconds(3));
        assertThat(fixture.stores().tokens().issue(new VerifiedLogin(token, "other", "other", 1)))
                .isFalse();

        assertThat(labels(id)).containsExactly("two", "one");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 31})
    void leaves_as_many_as_are_allowed_of_many_at_once(int maxTokens) {
        long id = fixture.inserted("ana");
        issue("before", id, 0, maxTokens);

        assertThat(Race.of(RUNNERS, i -> issue("token" + i, id, 1, maxTokens))).containsOnly(true);

        assertThat(labels(id)).hasSize(maxTokens).doesNotContain("before");
    }

    @Test
    void leaves_the_newest_of_many_at_once_that_the_last_one_allows() {
        long id = fixture.inserted("ana");
        Race.of(RUNNERS, i -> issue("token" + i, id, i, RUNNERS));

        issue("last", id, RUNNERS, 3);

        assertThat(labels(id)).containsExactly("last", "token31", "token30");
    }
}
