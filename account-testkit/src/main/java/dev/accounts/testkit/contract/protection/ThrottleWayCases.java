package dev.accounts.testkit.contract.protection;

import static dev.accounts.testkit.internal.AccountsFixture.PASSWORD;
import static dev.accounts.testkit.internal.AccountsFixture.WRONG_PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.accounts.model.AccountEvent;
import dev.accounts.model.BadCredentialsException;
import dev.accounts.model.InvalidInputException;
import dev.accounts.model.User;
import dev.accounts.policy.EmailPolicy;
import dev.accounts.service.AccountService;
import dev.accounts.testkit.internal.AccountsFixture;
import dev.accounts.testkit.internal.Guesses;
import dev.accounts.testkit.internal.Refusals;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Calls that ask a session for the current password share one count of failures, apart from the logins under the name (OWASP ASVS
 * 5.0, 6.1.1 and 6.3.1).
 */
abstract class ThrottleWayCases {

    private final AccountsFixture fixture;

    ThrottleWayCases(AccountsFixture fixture) {
        this.fixture = fixture;
    }

    private void fail(PasswordPrompt way, String token) {
        RuntimeException refusal = catchThrowableOfType(
                RuntimeException.class, () -> way.go(fixture, fixture.service(), token, WRONG_PASSWORD));
        if (way == PasswordPrompt.LOGIN) {
            assertThat(refusal).isInstanceOf(BadCredentialsException.class);
        } else {
            assertThat(refusal)
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining("current_password: invalid");
        }
    }

    private Duration refused(PasswordPrompt way, String token, String password) {
        return Guesses.refused(() -> way.go(fixture, fixture.service(), token, password));
    }

    private void fail(PasswordPrompt way, String token, int times) {
        for (int i = 0; i < times; i++) {
            fail(way, token);
        }
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "LOGIN")
    void counts_what_fails_there(PasswordPrompt way) {
        String token = fixture.token("ana");

        fail(way, token, 5);

        for (PasswordPrompt other : PasswordPrompt.OF_SESSIONS) {
            assertThat(refused(other, token, PASSWORD)).as(other.name()).isEqualTo(Duration.ofSeconds(1));
        }
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "LOGIN")
    void keeps_neither_other_sessions_nor_a_login_waiting(PasswordPrompt way) {
        String token = fixture.token("ana");
        String other = fixture.login("ana");

        fail(way, token, 5);

        assertThat(fixture.login("ana")).isNotEmpty();
        way.go(fixture, fixture.service(), other, PASSWORD);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "LOGIN")
    void is_not_kept_waiting_by_strangers_who_guess_at_the_login(PasswordPrompt way) {
        String token = fixture.token("ana");
        new Guesses(fixture.service()).wrong(fixture.unique("ana"), 5);
        new Guesses(fixture.service()).refused(fixture.unique("ana"));

        way.go(fixture, fixture.service(), token, PASSWORD);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "LOGIN")
    void changes_nothing_while_it_refuses(PasswordPrompt way) {
        User ana = fixture.registered("ana");
        String token = fixture.login("ana");
        User before = fixture.user(ana.id());
        fail(way, token, 5);
        int verifications = fixture.hasher().verifications();

        refused(way, token, PASSWORD);

        assertThat(fixture.user(ana.id())).isEqualTo(before);
        assertThat(fixture.service().sessions().list(token)).hasSize(1);
        assertThat(fixture.hasher().verifications()).isEqualTo(verifications);
    }

    @ParameterizedTest
    @EnumSource
    void lets_the_right_password_pass_after_the_wait(PasswordPrompt way) {
        String token = fixture.token("ana");
        fail(way, token, 5);

        fixture.clock().advance(Duration.ofSeconds(1));

        way.go(fixture, fixture.service(), token, PASSWORD);
    }

    @ParameterizedTest
    @EnumSource(names = {"CONFIRM", "CHANGE_USERNAME"})
    void forgets_the_failures_of_somebody_who_succeeds_there(PasswordPrompt way) {
        String token = fixture.token("ana");
        fail(PasswordPrompt.CONFIRM, token, 4);

        way.go(fixture, fixture.service(), token, PASSWORD);

        fail(PasswordPrompt.CONFIRM, token, 5);
        refused(PasswordPrompt.CONFIRM, token, PASSWORD);
    }

    @Test
    void counts_all_ways_together() {
        String token = fixture.token("ana");

        PasswordPrompt.OF_SESSIONS.forEach(way -> fail(way, token));

        assertThat(PasswordPrompt.OF_SESSIONS).hasSize(5);
        assertThat(refused(PasswordPrompt.CONFIRM, token, PASSWORD)).isEqualTo(Duration.ofSeconds(1));
    }

    /** The user may have logged in before the host required verification; only a login needs a verified address. */
    @Test
    void counts_no_right_password_of_somebody_whose_address_is_not_verified() {
        String token = fixture.token("ana");
        AccountService verifying = fixture.builder()
                .emails(EmailPolicy.defaults().requireVerification())
                .build()
                .service();
        fixture.heard();

        for (int i = 0; i < 6; i++) {
            verifying.passwords().change(token, PASSWORD, PASSWORD);
        }

        assertThat(fixture.heard()).extracting(AccountEvent::name).containsOnly("password_changed");
        assertThat(fixture.login("ana")).isNotEmpty();
    }

    @Test
    void judges_no_password_of_a_call_that_is_wrong_anyway() {
        String token = fixture.token("ana");

        for (int i = 0; i < 6; i++) {
            assertThat(Refusals.violations(() -> fixture.service().passwords().change(token, WRONG_PASSWORD, "")))
                    .containsExactly("new_password: blank");
        }

        assertThat(fixture.login("ana")).isNotEmpty();
    }
}
