package dev.accounts.testkit.contract.service;

import static dev.accounts.testkit.internal.AccountsFixture.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.accounts.AccountsBuilder;
import dev.accounts.model.AuthToken;
import dev.accounts.model.BadCredentialsException;
import dev.accounts.model.IssuedToken;
import dev.accounts.model.TokenDigest;
import dev.accounts.model.User;
import dev.accounts.model.factor.Authentication;
import dev.accounts.policy.TokenPolicy;
import dev.accounts.service.AccountService;
import dev.accounts.spi.PasswordHasher;
import dev.accounts.spi.StoredUser;
import dev.accounts.spi.UserKey;
import dev.accounts.testkit.FastPasswordHasher;
import dev.accounts.testkit.MovableClock;
import dev.accounts.testkit.internal.AccountsFixture;
import dev.accounts.testkit.internal.Race;
import dev.accounts.testkit.internal.ScriptedPasswordHasher;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

abstract class LoginCases {

    private final AccountsFixture fixture;
    private final FastPasswordHasher stronger = new FastPasswordHasher(2);

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
                        ana.id(),
                        "",
                        MovableClock.START,
                        MovableClock.START,
                        Optional.of(MovableClock.START.plus(Duration.ofDays(30))),
                        Authentication.byPassword(MovableClock.START)));
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

    private AccountService service(PasswordHasher hasher) {
        return fixture.builder().passwordHasher(hasher).build().service();
    }

    private String storedHash() {
        return fixture.stores()
                .users()
                .read(UserKey.username(fixture.unique("ana")))
                .map(StoredUser::passwordHash)
                .orElseThrow();
    }

    @Test
    void replaces_a_weaker_hash_at_the_next_login() {
        fixture.registered("ana");
        assertThat(stronger.needsRehash(storedHash())).isTrue();

        service(stronger).login(fixture.unique("ana"), PASSWORD);

        assertThat(stronger.needsRehash(storedHash())).isFalse();
        assertThat(stronger.verify(PASSWORD, storedHash())).isTrue();
        assertThat(service(stronger).login(fixture.unique("ana"), PASSWORD).value())
                .isNotEmpty();
    }

    @Test
    void replaces_it_once() {
        fixture.registered("ana");
        ScriptedPasswordHasher counting = new ScriptedPasswordHasher(stronger);
        AccountService service = service(counting);

        service.login(fixture.unique("ana"), PASSWORD);
        String replaced = storedHash();
        service.login(fixture.unique("ana"), PASSWORD);

        assertThat(counting.hashes()).isEqualTo(1);
        assertThat(storedHash()).isEqualTo(replaced);
    }

    @Test
    void keeps_a_login_that_is_won_when_there_is_no_time_for_a_better_hash() {
        fixture.registered("ana");
        String before = storedHash();

        String token = service(new ScriptedPasswordHasher(stronger).tooBusyToHash())
                .login(fixture.unique("ana"), PASSWORD)
                .value();

        assertThat(fixture.service().me(token)).isNotNull();
        assertThat(storedHash()).isEqualTo(before);
    }

    @Test
    void replaces_nothing_for_a_wrong_password() {
        fixture.registered("ana");
        String before = storedHash();

        assertThatExceptionOfType(BadCredentialsException.class)
                .isThrownBy(() -> service(stronger).login(fixture.unique("ana"), "wrong"));

        assertThat(storedHash()).isEqualTo(before);
    }

    @Test
    void never_weakens_a_hash() {
        fixture.registered("ana");
        service(stronger).login(fixture.unique("ana"), PASSWORD);
        String strong = storedHash();

        fixture.loggedIn("ana");

        assertThat(storedHash()).isEqualTo(strong);
    }

    @Test
    void succeeds_even_if_another_login_replaces_the_hash_meanwhile() {
        fixture.registered("ana");
        AccountService other = service(stronger);
        AccountService overtaken = service(new ScriptedPasswordHasher(stronger)
                .afterFirstVerify(() -> other.login(fixture.unique("ana"), PASSWORD)));

        String token = overtaken.login(fixture.unique("ana"), PASSWORD).value();

        assertThat(fixture.service().me(token).username()).isEqualTo(fixture.unique("ana"));
        assertThat(stronger.verify(PASSWORD, storedHash())).isTrue();
    }

    @Test
    void lets_many_log_in_at_once_while_the_hash_is_replaced() {
        fixture.registered("ana");
        AccountService service = service(stronger);

        assertThat(Race.of(
                        16, i -> service.login(fixture.unique("ana"), PASSWORD).value()))
                .doesNotHaveDuplicates();

        assertThat(stronger.needsRehash(storedHash())).isFalse();
    }
}
