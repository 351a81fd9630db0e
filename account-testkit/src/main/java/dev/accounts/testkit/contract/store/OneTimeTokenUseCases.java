package dev.accounts.testkit.contract.store;

import static dev.accounts.model.AccountMessage.Kind.RESET_PASSWORD;
import static dev.accounts.model.AccountMessage.Kind.VERIFY_EMAIL;
import static dev.accounts.testkit.contract.store.StoreFixture.JOINED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.accounts.model.AccountMessage.Kind;
import dev.accounts.spi.StoredOneTimeToken;
import dev.accounts.testkit.internal.Race;
import java.time.Instant;
import java.util.Collections;
import org.junit.jupiter.api.Test;

abstract class OneTimeTokenUseCases {

    private static final int RUNNERS = 32;

    private final StoreFixture fixture;

    OneTimeTokenUseCases(StoreFixture fixture) {
        this.fixture = fixture;
    }

    private StoredOneTimeToken issued(String name, Kind purpose, long userId) {
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
