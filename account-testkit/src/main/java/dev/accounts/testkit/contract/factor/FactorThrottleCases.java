package dev.accounts.testkit.contract.factor;

import static dev.accounts.testkit.internal.AccountsFixture.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.accounts.AccountsBuilder;
import dev.accounts.model.AccountEvent;
import dev.accounts.model.AccountMessage;
import dev.accounts.model.InvalidInputException;
import dev.accounts.model.TooManyAttemptsException;
import dev.accounts.model.factor.LoginChallenge;
import dev.accounts.model.factor.Proof;
import dev.accounts.testkit.internal.AccountsFixture;
import dev.accounts.testkit.internal.FactorFixture;
import dev.accounts.testkit.internal.FactorFixture.Owner;
import dev.accounts.testkit.internal.Guesses;
import dev.accounts.testkit.internal.Race;
import dev.accounts.testkit.internal.Refusals;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

abstract class FactorThrottleCases {

    /** More than the default policy lets fail without a delay. */
    private static final int MANY = 10;

    private final AccountsFixture fixture;
    private final FactorFixture factors;

    FactorThrottleCases(AccountsFixture fixture) {
        this.fixture = fixture;
        this.factors = fixture.factors();
    }

    private static Proof code(Owner owner) {
        return Proof.totp(owner.app().code());
    }

    /** Fails until an attempt must wait; returns how long. */
    private Duration exhausted(LoginChallenge challenge) {
        for (int i = 0; i < MANY; i++) {
            Optional<Duration> wait = failed(challenge);
            if (wait.isPresent()) {
                return wait.get();
            }
        }
        throw new AssertionError("no attempt had to wait");
    }

    /** Gives a wrong code; returns how long the next attempt must wait, if this one was not judged. */
    private Optional<Duration> failed(LoginChallenge challenge) {
        try {
            factors.complete(challenge, Proof.totp("x"));
            throw new AssertionError("not refused");
        } catch (TooManyAttemptsException throttled) {
            return Optional.of(throttled.retryAfter());
        } catch (InvalidInputException wrong) {
            assertThat(Refusals.codes(wrong)).containsExactly("code: invalid");
            return Optional.empty();
        }
    }

    @Test
    void judges_few_of_many_wrong_codes_at_once() {
        factors.enrolled("ana");
        LoginChallenge challenge = factors.challenge("ana");

        List<Optional<Duration>> waits = Race.of(32, i -> failed(challenge));

        assertThat(waits).filteredOn(Optional::isEmpty).hasSize(5);
    }

    /** A host that limits passwords by other means does not see codes. */
    @Test
    void stays_where_the_limit_on_passwords_is_off() {
        fixture.restart(AccountsBuilder::withoutThrottle);
        Owner ana = factors.enrolled("ana");
        LoginChallenge challenge = factors.challenge("ana");

        assertThat(exhausted(challenge)).isPositive();
        assertThat(Guesses.refused(() -> factors.complete(challenge, code(ana))))
                .isPositive();
    }

    @Test
    void delays_after_many_failures_even_a_right_code() {
        Owner ana = factors.enrolled("ana");
        LoginChallenge challenge = factors.challenge("ana");

        Duration wait = exhausted(challenge);

        assertThat(wait).isPositive();
        assertThat(Guesses.refused(() -> factors.complete(challenge, code(ana))))
                .isPositive();
        assertThat(fixture.heard()).extracting(AccountEvent::kind).contains(AccountEvent.Kind.THROTTLED);
        fixture.clock().advance(wait);
        assertThat(factors.complete(factors.challenge("ana"), code(ana))).isNotNull();
    }

    /** An attacker who reaches the factor knows the password, so the owner must hear of it. */
    @Test
    void tells_the_owner_of_the_fifth_failure_once() {
        Owner ana = factors.enrolled("ana");
        fixture.mail().deliver();
        LoginChallenge challenge = factors.challenge("ana");
        Duration wait = exhausted(challenge);

        assertThat(fixture.mail().kinds()).containsExactly(AccountMessage.Kind.SECOND_FACTOR_FAILED);
        fixture.clock().advance(wait);
        assertThat(Refusals.violations(() -> factors.complete(challenge, Proof.totp("x"))))
                .isNotEmpty();
        assertThat(fixture.mail().kinds()).isEmpty();

        fixture.clock().advance(Duration.ofMinutes(1));
        factors.loggedIn(ana);
        exhausted(factors.challenge("ana"));
        assertThat(fixture.mail().kinds()).containsExactly(AccountMessage.Kind.SECOND_FACTOR_FAILED);
    }

    /** The password is enough to get any number of challenges. */
    @Test
    void counts_across_challenges() {
        Owner ana = factors.enrolled("ana");
        exhausted(factors.challenge("ana"));

        LoginChallenge another = factors.challenge("ana");

        assertThat(Guesses.refused(() -> factors.complete(another, code(ana)))).isPositive();
    }

    @Test
    void counts_codes_and_recovery_codes_together() {
        Owner ana = factors.enrolled("ana");
        LoginChallenge challenge = factors.challenge("ana");
        exhausted(challenge);

        assertThat(Guesses.refused(() -> factors.complete(
                        challenge, Proof.recoveryCode(ana.recoveryCodes().get(0)))))
                .isPositive();
    }

    @Test
    void leaves_the_password_and_other_accounts_alone() {
        factors.enrolled("ana");
        Owner ben = factors.enrolled("ben");
        exhausted(factors.challenge("ana"));

        assertThat(factors.challenge("ana")).isNotNull();
        assertThat(factors.loggedIn(ben)).isNotNull();
    }

    @Test
    void clears_the_count_by_a_completed_login() {
        Owner ana = factors.enrolled("ana");
        Duration wait = exhausted(factors.challenge("ana"));
        fixture.clock().advance(wait);
        factors.loggedIn(ana);

        LoginChallenge challenge = factors.challenge("ana");

        assertThat(Refusals.violations(() -> factors.complete(challenge, Proof.totp("x"))))
                .containsExactly("code: invalid");
    }

    @Test
    void does_not_clear_the_count_by_a_proof_in_a_session() {
        Owner ana = factors.enrolled("ana");
        Duration wait = exhausted(factors.challenge("ana"));
        fixture.clock().advance(wait);

        fixture.service().confirm(ana.token(), code(ana));

        LoginChallenge challenge = factors.challenge("ana");
        assertThat(Refusals.violations(() -> factors.complete(challenge, Proof.totp("x"))))
                .containsExactly("code: invalid");
        assertThat(Guesses.refused(() -> factors.complete(challenge, Proof.totp("x"))))
                .isPositive();
    }

    @Test
    void counts_failures_in_a_session_with_those_of_logins() {
        Owner ana = factors.enrolled("ana");
        exhausted(factors.challenge("ana"));

        assertThat(Guesses.refused(() -> fixture.service().confirm(ana.token(), code(ana))))
                .isPositive();
        assertThat(fixture.isLive(ana.token())).isTrue();
    }

    /** The right password says nothing about the second factor. */
    @Test
    void does_not_clear_the_count_by_a_right_password() {
        Owner ana = factors.enrolled("ana");
        exhausted(factors.challenge("ana"));

        fixture.service().passwords().confirm(ana.token(), PASSWORD);
        LoginChallenge challenge = factors.challenge("ana");

        assertThat(Guesses.refused(() -> factors.complete(challenge, code(ana))))
                .isPositive();
    }
}
