package dev.accounts.testkit.contract.service;

import static dev.accounts.model.NotAuthenticatedException.Reason.TOKEN_INVALID;
import static dev.accounts.model.NotAuthenticatedException.Reason.TOKEN_MISSING;
import static dev.accounts.testkit.internal.Refusals.reason;
import static org.assertj.core.api.Assertions.assertThat;

import dev.accounts.model.NotAuthenticatedException;
import dev.accounts.testkit.internal.AccountsFixture;
import dev.accounts.testkit.internal.Race;
import dev.accounts.testkit.internal.Refusals;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;

abstract class LogoutCases {

    static final List<String> NO_TOKENS = Refusals.NO_TOKENS;

    private final AccountsFixture fixture;

    LogoutCases(AccountsFixture fixture) {
        this.fixture = fixture;
    }

    @Test
    void ends_the_token_at_once() {
        String token = fixture.token("ana");

        fixture.service().logout(token);

        assertThat(reason(() -> fixture.service().me(token))).isEqualTo(TOKEN_INVALID);
        assertThat(reason(() -> fixture.service().logout(token))).isEqualTo(TOKEN_INVALID);
    }

    @Test
    void leaves_every_other_token_alive() {
        String token = fixture.token("ana");
        String second = fixture.login("ana");
        String bobs = fixture.token("bob");

        fixture.service().logout(token);

        assertThat(fixture.service().me(second).username()).isEqualTo(fixture.unique("ana"));
        assertThat(fixture.service().me(bobs).username()).isEqualTo(fixture.unique("bob"));
        assertThat(fixture.login("ana")).isNotEqualTo(token);
    }

    @ParameterizedTest
    @NullAndEmptySource
    void misses_a_token(String token) {
        assertThat(reason(() -> fixture.service().logout(token))).isEqualTo(TOKEN_MISSING);
    }

    @ParameterizedTest
    @FieldSource("NO_TOKENS")
    void refuses_what_is_no_token(String token) {
        assertThat(reason(() -> fixture.service().logout(token))).isEqualTo(TOKEN_INVALID);
    }

    @Test
    void refuses_a_token_in_another_form() {
        String token = fixture.token("ana");

        for (String other : List.of(
                token.toUpperCase(Locale.ROOT), "Token " + token, token + " ", " " + token, token.substring(1) + "g")) {
            assertThat(reason(() -> fixture.service().logout(other))).isEqualTo(TOKEN_INVALID);
        }

        assertThat(fixture.service().me(token).username()).isEqualTo(fixture.unique("ana"));
    }

    @Test
    void ends_a_token_up_to_its_expiry_and_not_from_then_on() {
        String first = fixture.token("ana");
        String second = fixture.login("ana");
        fixture.clock().advance(Duration.ofDays(30).minusNanos(1000));
        fixture.service().logout(first);
        fixture.clock().advance(Duration.ofNanos(1000));

        assertThat(reason(() -> fixture.service().logout(second))).isEqualTo(TOKEN_INVALID);
    }

    @Test
    void ends_the_token_of_an_inactive_owner() {
        String token = fixture.token("ana");
        fixture.deactivate(fixture.service().me(token).id());

        fixture.service().logout(token);

        assertThat(reason(() -> fixture.service().me(token))).isEqualTo(TOKEN_INVALID);
    }

    @Test
    void succeeds_for_exactly_one_of_many_at_once() {
        String token = fixture.token("ana");

        List<Boolean> outcomes = Race.of(32, i -> {
            try {
                fixture.service().logout(token);
                return true;
            } catch (NotAuthenticatedException refused) {
                return false;
            }
        });

        assertThat(Collections.frequency(outcomes, true)).isEqualTo(1);
    }
}
