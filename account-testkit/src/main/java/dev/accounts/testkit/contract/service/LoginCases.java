package dev.accounts.testkit.contract.service;

import static dev.accounts.testkit.internal.AccountsFixture.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.accounts.AccountsBuilder;
import dev.accounts.model.AuthToken;
import dev.accounts.model.IssuedToken;
import dev.accounts.model.TokenDigest;
import dev.accounts.model.User;
import dev.accounts.policy.TokenPolicy;
import dev.accounts.service.AccountService;
import dev.accounts.testkit.MovableClock;
import dev.accounts.testkit.internal.AccountsFixture;
import dev.accounts.testkit.internal.Race;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

abstract class LoginCases {

    private final AccountsFixture fixture;

    LoginCases(AccountsFixture fixture) {
        this.fixture = fixture;
    }

    @Test
    void issues_a_token_of_40_hex_digits_and_what_is_known_of_it() {
        User ana = fixture.registered("ana");

        IssuedToken issued = fixture.loggedIn("ana");

        assertThat(issued.value()).matches("[0-9a-f]{40}");
        assertThat(issued.token())
                .isEqualTo(new AuthToken(
                        TokenDigest.of(issued.value()),
                        issued.token().id(),
                        ana.id(),
                        "",
                        MovableClock.START,
                        MovableClock.START,
                        Optional.of(MovableClock.START.plus(Duration.ofDays(30)))));
    }

    @Test
    void sets_the_last_login_in_microseconds() {
        User ana = fixture.registered("ana");
        fixture.clock().set(Instant.parse("2026-03-04T05:06:07.123456789Z"));

        fixture.loggedIn("ana");

        assertThat(fixture.stores().users().find(ana.id()))
                .hasValueSatisfying(
                        user -> assertThat(user.lastLogin()).contains(Instant.parse("2026-03-04T05:06:07.123456Z")));
    }

    @Test
    void takes_the_username_in_any_case_and_unicode_form() {
        User fiona = fixture.registered("Fiona");

        assertThat(Stream.of("fiona", "FIONA", "ﬁona", "ＦＩＯＮＡ", " Fiona")
                        .map(fixture::unique)
                        .flatMap(name -> Stream.of(name, name.toUpperCase(Locale.ROOT), name + " "))
                        .map(name ->
                                fixture.service().login(name, PASSWORD).token().userId()))
                .containsOnly(fiona.id());
    }

    @Test
    void gives_many_tokens_that_live_side_by_side() {
        User ana = fixture.registered("ana");

        assertThat(Stream.generate(() -> fixture.login("ana")).limit(5).toList())
                .doesNotHaveDuplicates()
                .allMatch(token -> fixture.service().me(token).id() == ana.id());
    }

    @Test
    void lets_many_log_in_at_once() {
        fixture.registered("ana");

        assertThat(Race.of(16, i -> fixture.login("ana"))).doesNotHaveDuplicates();
    }

    @Test
    void limits_the_life_of_a_token_to_what_is_set() {
        fixture.registered("ana");
        AccountService hourly = fixture.builder()
                .tokens(TokenPolicy.defaults().lifetime(Duration.ofHours(1).plusNanos(1999)))
                .build()
                .service();

        assertThat(hourly.login(fixture.unique("ana"), PASSWORD).token().expiresAt())
                .contains(MovableClock.START.plusSeconds(3600).plusNanos(1000));
    }

    @Test
    void issues_tokens_that_never_expire_if_so_set() {
        fixture.registered("ana");
        AccountsBuilder forever =
                fixture.builder().tokens(TokenPolicy.defaults().neverExpiring());

        assertThat(forever.build()
                        .service()
                        .login(fixture.unique("ana"), PASSWORD)
                        .token()
                        .expiresAt())
                .isEmpty();
    }

    @Test
    void stores_no_value_of_a_token() {
        fixture.registered("ana");
        IssuedToken issued = fixture.loggedIn("ana");

        assertThat(issued.token().digest().hex()).doesNotContain(issued.value());
        assertThat(fixture.stores().tokens().findOwner(issued.token().digest())).isPresent();
    }

    @Test
    void leaves_the_password_of_the_caller_alone() {
        fixture.registered("ana");
        StringBuilder password = new StringBuilder(PASSWORD);

        fixture.service().login(fixture.unique("ana"), password);

        assertThat(password).hasToString(PASSWORD);
    }

    @Test
    void verifies_once_and_hashes_nothing() {
        fixture.registered("ana");
        int before = fixture.hasher().hashes();

        fixture.loggedIn("ana");

        assertThat(fixture.hasher().verifications()).isEqualTo(1);
        assertThat(fixture.hasher().hashes()).isEqualTo(before);
    }
}
