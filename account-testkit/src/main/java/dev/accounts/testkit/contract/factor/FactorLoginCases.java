package dev.accounts.testkit.contract.factor;

import static dev.accounts.testkit.internal.AccountsFixture.NEW_PASSWORD;
import static dev.accounts.testkit.internal.AccountsFixture.PASSWORD;
import static dev.accounts.testkit.internal.AccountsFixture.WRONG_PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.accounts.model.AccountEvent;
import dev.accounts.model.AccountEvent.Kind;
import dev.accounts.model.BadCredentialsException;
import dev.accounts.model.IssuedToken;
import dev.accounts.model.SecondFactorRequiredException;
import dev.accounts.model.factor.Authentication;
import dev.accounts.model.factor.AuthenticationMethod;
import dev.accounts.model.factor.LoginChallenge;
import dev.accounts.model.factor.Proof;
import dev.accounts.testkit.internal.AccountsFixture;
import dev.accounts.testkit.internal.FactorFixture;
import dev.accounts.testkit.internal.FactorFixture.Owner;
import dev.accounts.testkit.internal.Refusals;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

abstract class FactorLoginCases {

    private final AccountsFixture fixture;
    private final FactorFixture factors;

    FactorLoginCases(AccountsFixture fixture) {
        this.fixture = fixture;
        this.factors = fixture.factors();
    }

    private static Proof code(Owner owner) {
        return Proof.totp(owner.app().code());
    }

    @Test
    void answers_a_right_password_with_a_challenge() {
        factors.enrolled("ana");

        LoginChallenge challenge = factors.challenge("ana");

        assertThat(challenge.value()).matches("[0-9a-f]{40}");
        assertThat(challenge.expiresAt()).isEqualTo(fixture.clock().instant().plus(Duration.ofMinutes(5)));
        assertThat(challenge.factors()).containsExactly(AuthenticationMethod.TOTP, AuthenticationMethod.RECOVERY_CODE);
    }

    @Test
    void answers_a_wrong_password_as_for_any_account() {
        factors.enrolled("ana");

        assertThatExceptionOfType(BadCredentialsException.class)
                .isThrownBy(() -> fixture.service().login(fixture.unique("ana"), WRONG_PASSWORD));
    }

    @Test
    void issues_a_token_that_knows_its_methods() {
        Owner ana = factors.enrolled("ana");
        LoginChallenge challenge = factors.challenge("ana");

        IssuedToken issued = fixture.service().factors().completeLogin(challenge.value(), code(ana), "laptop");

        Authentication expected = new Authentication(
                fixture.clock().instant(), Set.of(AuthenticationMethod.PASSWORD, AuthenticationMethod.TOTP));
        assertThat(issued.token().label()).isEqualTo("laptop");
        assertThat(issued.token().authentication()).isEqualTo(expected);
        assertThat(fixture.service().me(issued.value()).authentication()).isEqualTo(expected);
        assertThat(fixture.service().caller(issued.value()).identity().authentication())
                .isEqualTo(expected);
    }

    @Test
    void accepts_the_code_of_the_period_before_and_after_but_no_other() {
        Owner ana = factors.enrolled("ana");
        fixture.clock().advance(FactorFixture.PERIOD);
        LoginChallenge challenge = factors.challenge("ana");

        for (int steps : new int[] {-2, 2, 100}) {
            assertThat(Refusals.violations(() ->
                            factors.complete(challenge, Proof.totp(ana.app().codeIn(steps)))))
                    .containsExactly("code: invalid");
        }

        assertThat(factors.complete(challenge, Proof.totp(ana.app().codeIn(-1))))
                .isNotNull();
        assertThat(factors.complete(
                        factors.challenge("ana"), Proof.totp(ana.app().codeIn(1))))
                .isNotNull();
    }

    @Test
    void accepts_no_code_twice_and_none_of_before() {
        Owner ana = factors.enrolled("ana");
        Proof now = code(ana);
        factors.complete(factors.challenge("ana"), now);
        LoginChallenge another = factors.challenge("ana");

        assertThat(Refusals.violations(() -> factors.complete(another, now))).containsExactly("code: invalid");
        fixture.clock().advance(FactorFixture.PERIOD);
        assertThat(Refusals.violations(() -> factors.complete(another, now))).containsExactly("code: invalid");
        assertThat(factors.complete(another, code(ana))).isNotNull();
    }

    @Test
    void uses_up_the_challenge() {
        Owner ana = factors.enrolled("ana");
        LoginChallenge challenge = factors.challenge("ana");
        factors.complete(challenge, code(ana));
        fixture.clock().advance(FactorFixture.PERIOD);

        assertThat(Refusals.violations(() -> factors.complete(challenge, code(ana))))
                .containsExactly("challenge: invalid");
    }

    @Test
    void leaves_the_challenge_good_after_a_wrong_code() {
        Owner ana = factors.enrolled("ana");
        LoginChallenge challenge = factors.challenge("ana");
        assertThat(Refusals.violations(() -> factors.complete(challenge, Proof.totp("000000x"))))
                .containsExactly("code: invalid");

        assertThat(factors.complete(challenge, code(ana))).isNotNull();
    }

    @Test
    void forgets_a_challenge_after_five_minutes_and_at_another_login() {
        Owner ana = factors.enrolled("ana");
        LoginChallenge former = factors.challenge("ana");
        LoginChallenge challenge = factors.challenge("ana");
        assertThat(Refusals.violations(() -> factors.complete(former, code(ana))))
                .containsExactly("challenge: invalid");

        fixture.clock().advance(Duration.ofMinutes(5));

        assertThat(Refusals.violations(() -> factors.complete(challenge, code(ana))))
                .containsExactly("challenge: invalid");
    }

    @Test
    void forgets_a_challenge_when_the_password_changes() {
        Owner ana = factors.enrolled("ana");
        LoginChallenge challenge = factors.challenge("ana");
        fixture.service().passwords().change(ana.token(), PASSWORD, NEW_PASSWORD);

        assertThat(Refusals.violations(() -> factors.complete(challenge, code(ana))))
                .containsExactly("challenge: invalid");
    }

    @Test
    void forgets_a_challenge_when_the_account_is_deactivated() {
        Owner ana = factors.enrolled("ana");
        LoginChallenge challenge = factors.challenge("ana");
        fixture.deactivate(ana.id());

        assertThat(Refusals.violations(() -> factors.complete(challenge, code(ana))))
                .containsExactly("challenge: invalid");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0123456789012345678901234567890123456789",
                "x",
                "\0",
                "0123456789012345678901234567890123456789 "
            })
    void knows_no_other_challenge(String value) {
        Owner ana = factors.enrolled("ana");
        factors.challenge("ana");

        assertThat(Refusals.violations(() -> fixture.service().factors().completeLogin(value, code(ana), "")))
                .containsExactly("challenge: invalid");
    }

    @Test
    void takes_no_other_one_time_token_and_no_bearer_token_for_a_challenge() {
        Owner ana = factors.enrolled("ana");
        String link = fixture.mail().resetLink("ana").value();

        for (String value : new String[] {link, ana.token()}) {
            assertThat(Refusals.violations(() -> fixture.service().factors().completeLogin(value, code(ana), "")))
                    .containsExactly("challenge: invalid");
        }
        LoginChallenge challenge = factors.challenge("ana");
        assertThat(fixture.isLive(challenge.value())).isFalse();
    }

    @Test
    void names_everything_that_is_missing() {
        assertThat(Refusals.violations(() -> fixture.service().factors().completeLogin(null, Proof.totp(null), "")))
                .containsExactly("challenge: required", "code: required");
        assertThat(Refusals.violations(
                        () -> fixture.service().factors().completeLogin(" ", Proof.recoveryCode(""), "")))
                .containsExactly("challenge: blank", "recovery_code: blank");
    }

    /** It was proved already; otherwise one factor would count as two. */
    @Test
    void takes_no_password_for_a_second_factor() {
        factors.enrolled("ana");
        LoginChallenge challenge = factors.challenge("ana");

        assertThat(Refusals.violations(() -> factors.complete(challenge, Proof.password(PASSWORD))))
                .containsExactly("current_password: invalid");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "12345",
                "1234567",
                "abcdef",
                "-12345",
                "+12345",
                "\u0661\u0662\u0663\u0664\u0665\u0666",
                "\0",
                "\uD800"
            })
    void refuses_what_is_no_code(String code) {
        factors.enrolled("ana");
        LoginChallenge challenge = factors.challenge("ana");

        assertThat(Refusals.violations(() -> factors.complete(challenge, Proof.totp(code))))
                .containsExactly("code: invalid");
        assertThat(Refusals.violations(() -> factors.complete(challenge, Proof.recoveryCode(code))))
                .containsExactly("recovery_code: invalid");
    }

    @Test
    void reads_a_code_with_a_space() {
        Owner ana = factors.enrolled("ana");
        String code = ana.app().code();

        assertThat(factors.complete(
                        factors.challenge("ana"),
                        Proof.totp(" " + code.substring(0, 3) + "\u00A0" + code.substring(3))))
                .isNotNull();
    }

    /** A reset proves that the owner reads mails, which is no second factor (OWASP ASVS 5.0, 6.4.3). */
    @Test
    void is_asked_for_after_a_reset_of_the_password() {
        Owner ana = factors.enrolled("ana");
        fixture.mail().reset(fixture.mail().resetLink("ana"), NEW_PASSWORD);

        assertThatExceptionOfType(SecondFactorRequiredException.class)
                .isThrownBy(() -> fixture.service().login(fixture.unique("ana"), NEW_PASSWORD))
                .satisfies(asked -> assertThat(factors.complete(asked.challenge(), code(ana)))
                        .isNotNull());
    }

    @Test
    void tells_listeners_of_both_steps() {
        Owner ana = factors.enrolled("ana");
        fixture.heard();

        LoginChallenge challenge = factors.challenge("ana");
        assertThat(fixture.heard()).extracting(AccountEvent::kind).containsExactly(Kind.SECOND_FACTOR_ASKED);
        assertThat(Refusals.violations(() -> factors.complete(challenge, Proof.totp("x"))))
                .isNotEmpty();
        assertThat(fixture.heard()).extracting(AccountEvent::detail).containsExactly("wrong_second_factor");
        IssuedToken issued = factors.complete(challenge, code(ana));
        assertThat(fixture.heard())
                .extracting(AccountEvent::kind, AccountEvent::detail)
                .containsExactly(Tuple.tuple(Kind.LOGGED_IN, issued.token().id().toString()));
    }

    @Test
    void sets_the_last_login_only_when_it_is_completed() {
        Owner ana = factors.enrolled("ana");
        fixture.clock().advance(Duration.ofHours(1));
        LoginChallenge challenge = factors.challenge("ana");
        assertThat(fixture.user(ana.id()).lastLogin())
                .isNotEqualTo(Optional.of(fixture.clock().instant()));

        factors.complete(challenge, code(ana));

        assertThat(fixture.user(ana.id()).lastLogin()).contains(fixture.clock().instant());
    }

    @Test
    void leaves_accounts_without_a_factor_as_they_are() {
        factors.enrolled("ana");
        fixture.registered("ben");

        IssuedToken issued = fixture.loggedIn("ben");

        assertThat(issued.token().authentication())
                .isEqualTo(Authentication.byPassword(fixture.clock().instant()));
    }
}
