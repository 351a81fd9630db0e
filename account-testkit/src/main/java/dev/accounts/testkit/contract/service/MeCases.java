package dev.accounts.testkit.contract.service;

import static dev.accounts.model.NotAuthenticatedException.Reason.TOKEN_INVALID;
import static dev.accounts.model.NotAuthenticatedException.Reason.TOKEN_MISSING;
import static dev.accounts.model.NotAuthenticatedException.Reason.USER_INACTIVE;
import static dev.accounts.testkit.internal.AccountsFixture.PASSWORD;
import static dev.accounts.testkit.internal.Refusals.reason;
import static org.assertj.core.api.Assertions.assertThat;

import dev.accounts.model.Identity;
import dev.accounts.model.Registration;
import dev.accounts.model.User;
import dev.accounts.model.factor.Authentication;
import dev.accounts.policy.TokenPolicy;
import dev.accounts.service.AccountService;
import dev.accounts.testkit.MovableClock;
import dev.accounts.testkit.internal.AccountsFixture;
import dev.accounts.testkit.internal.Refusals;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;

abstract class MeCases {

    static final List<String> NO_TOKENS = Refusals.NO_TOKENS;

    private final AccountsFixture fixture;

    MeCases(AccountsFixture fixture) {
        this.fixture = fixture;
    }

    @Test
    void tells_who_the_caller_is() {
        User ana = fixture.registered("Ana");
        String token = fixture.login("Ana");
        fixture.token("bob");

        assertThat(fixture.service().me(token))
                .isEqualTo(new Identity(
                        ana.id(),
                        fixture.unique("Ana"),
                        fixture.email("Ana"),
                        false,
                        false,
                        Authentication.byPassword(MovableClock.START)));
    }

    @Test
    void tells_of_an_account_without_address() {
        String username = fixture.unique("ana");
        fixture.service().register(Registration.of(username, PASSWORD));

        String token = fixture.service().login(username, PASSWORD).value();

        assertThat(fixture.service().me(token).email()).isEmpty();
    }

    @ParameterizedTest
    @NullAndEmptySource
    void misses_a_token(String token) {
        assertThat(reason(() -> fixture.service().me(token))).isEqualTo(TOKEN_MISSING);
    }

    @ParameterizedTest
    @FieldSource("NO_TOKENS")
    void refuses_what_is_no_token(String token) {
        assertThat(reason(() -> fixture.service().me(token))).isEqualTo(TOKEN_INVALID);
    }

    @Test
    void refuses_what_the_store_knows_of_a_token() {
        fixture.registered("ana");
        String digest = fixture.loggedIn("ana").token().digest().hex();

        assertThat(reason(() -> fixture.service().me(digest))).isEqualTo(TOKEN_INVALID);
        assertThat(reason(() -> fixture.service().me(digest.substring(24)))).isEqualTo(TOKEN_INVALID);
    }

    @Test
    void refuses_a_token_in_any_other_form() {
        String token = fixture.token("ana");

        assertThat(List.of(
                        token.toUpperCase(Locale.ROOT),
                        " " + token,
                        token + " ",
                        token + "\n",
                        token.substring(1),
                        token + "0"))
                .allSatisfy(other ->
                        assertThat(reason(() -> fixture.service().me(other))).isEqualTo(TOKEN_INVALID));
    }

    @Test
    void refuses_a_token_from_the_very_microsecond_on_at_which_it_expires() {
        String token = fixture.token("ana");

        fixture.clock().advance(Duration.ofDays(30).minusNanos(1000));
        assertThat(fixture.service().me(token).username()).isEqualTo(fixture.unique("ana"));

        fixture.clock().advance(Duration.ofNanos(1000));
        assertThat(reason(() -> fixture.service().me(token))).isEqualTo(TOKEN_INVALID);
    }

    @Test
    void does_not_prolong_the_life_of_a_token_by_using_it() {
        String token = fixture.token("ana");
        for (int day = 0; day < 29; day++) {
            fixture.clock().advance(Duration.ofDays(1));
            fixture.service().me(token);
        }

        fixture.clock().advance(Duration.ofDays(1));

        assertThat(reason(() -> fixture.service().me(token))).isEqualTo(TOKEN_INVALID);
    }

    @Test
    void lets_a_token_without_expiry_live_on() {
        fixture.registered("ana");
        AccountService forever = fixture.builder()
                .tokens(TokenPolicy.defaults().neverExpiring())
                .build()
                .service();
        String token = forever.login(fixture.unique("ana"), PASSWORD).value();

        fixture.clock().advance(Duration.ofDays(36_500));

        assertThat(forever.me(token).username()).isEqualTo(fixture.unique("ana"));
    }

    @Test
    void refuses_an_inactive_owner() {
        String token = fixture.token("ana");

        fixture.deactivate(fixture.service().me(token).id());

        assertThat(reason(() -> fixture.service().me(token))).isEqualTo(USER_INACTIVE);
    }

    @Test
    void tells_nothing_of_the_owner_of_an_expired_token() {
        String token = fixture.token("ana");
        fixture.deactivate(fixture.service().me(token).id());

        fixture.clock().advance(Duration.ofDays(30));

        assertThat(reason(() -> fixture.service().me(token))).isEqualTo(TOKEN_INVALID);
    }
}
