package dev.accounts.jpa.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.accounts.Accounts;
import dev.accounts.jpa.database.OnEachDatabase;
import dev.accounts.jpa.database.TestDatabase;
import dev.accounts.model.AccountMessage;
import dev.accounts.model.InvalidInputException;
import dev.accounts.model.IssuedToken;
import dev.accounts.model.Registration;
import dev.accounts.model.SecondFactorRequiredException;
import dev.accounts.model.factor.LoginChallenge;
import dev.accounts.model.factor.Proof;
import dev.accounts.model.factor.TotpEnrolment;
import dev.accounts.service.AccountService;
import dev.accounts.service.EnrolledFactor;
import dev.accounts.spi.factor.SecretCipher;
import dev.accounts.testkit.FastPasswordHasher;
import dev.accounts.testkit.MovableClock;
import dev.accounts.testkit.TotpApp;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** Second factors within transactions of the host. */
@OnEachDatabase
class FactorsInTransactionsTest {

    private static final String PASSWORD = "k12345678";

    @Parameter
    TestDatabase database;

    private final MovableClock clock = new MovableClock();
    private Accounts system;
    private AccountService accounts;
    private EnrolledFactor enrolled;
    private TotpApp app;

    @BeforeEach
    void enrol() {
        database.empty();
        system = Accounts.builder(database.spring().stores())
                .passwordHasher(new FastPasswordHasher())
                .clock(clock)
                .secretCipher(SecretCipher.aesGcm("test", Map.of("test", new byte[32])))
                .build();
        accounts = system.service();
        accounts.register(Registration.of("ana", PASSWORD));
        String token = accounts.login("ana", PASSWORD).value();
        TotpEnrolment begun =
                database.spring().inTransaction(() -> accounts.factors().beginTotp(token));
        app = TotpApp.scan(begun, clock);
        enrolled = database.spring()
                .inTransaction(() -> accounts.factors().confirmTotp(token, begun.enrolment(), app.code()));
        clock.advance(Duration.ofSeconds(30));
    }

    /** The exception that carries the challenge leaves the method of the host, and rolls its transaction back. */
    private LoginChallenge challenge() {
        return catchThrowableOfType(
                        SecondFactorRequiredException.class,
                        () -> database.spring().inTransaction(() -> accounts.login("ana", PASSWORD)))
                .challenge();
    }

    private IssuedToken complete(LoginChallenge challenge, Proof proof) {
        return accounts.factors().completeLogin(challenge.value(), proof, "");
    }

    @Test
    void a_challenge_outlives_the_rollback_that_it_causes() {
        LoginChallenge challenge = challenge();

        IssuedToken issued = database.spring().inTransaction(() -> complete(challenge, Proof.totp(app.code())));

        assertThat(accounts.me(issued.value()).username()).isEqualTo("ana");
    }

    @Test
    void a_login_that_is_rolled_back_uses_up_nothing() {
        LoginChallenge challenge = challenge();
        Proof code = Proof.recoveryCode(enrolled.recoveryCodes().codes().get(0));

        database.spring().rolledBack(() -> complete(challenge, code));

        String token = complete(challenge, code).value();
        assertThat(accounts.factors().list(token).recoveryCodesLeft()).isEqualTo(9);
    }

    /** The transaction of the host goes on after a refusal. */
    @Test
    void a_wrong_code_leaves_the_rest_of_the_transaction() {
        LoginChallenge challenge = challenge();

        database.spring().inTransaction(() -> {
            assertThatExceptionOfType(InvalidInputException.class)
                    .isThrownBy(() -> complete(challenge, Proof.totp("000000")));
            return accounts.register(Registration.of("ben", PASSWORD));
        });

        assertThat(accounts.isRegistered("ben")).isTrue();
        assertThat(complete(challenge, Proof.totp(app.code()))).isNotNull();
    }

    /** A wrong code takes no lock: a login would wait for its own transaction. */
    @Test
    void a_wrong_code_leaves_another_login_in_the_transaction() {
        LoginChallenge challenge = challenge();
        String token = enrolled.token().value();

        LoginChallenge another = database.spring().inTransaction(() -> {
            assertThatExceptionOfType(InvalidInputException.class)
                    .isThrownBy(() -> complete(challenge, Proof.totp("000000")));
            assertThatExceptionOfType(InvalidInputException.class)
                    .isThrownBy(() -> accounts.confirm(token, Proof.recoveryCode("none")));
            return catchThrowableOfType(SecondFactorRequiredException.class, () -> accounts.login("ana", PASSWORD))
                    .challenge();
        });

        assertThat(complete(another, Proof.totp(app.code()))).isNotNull();
    }

    @Test
    void the_mail_about_wrong_codes_outlives_the_rollback_that_they_cause() {
        accounts.emails().change(enrolled.token().value(), PASSWORD, "ana@example.org");
        SpringHost.confirmAddress(system);
        LoginChallenge challenge = challenge();

        for (int i = 0; i < 5; i++) {
            database.spring()
                    .rolledBack(() -> catchThrowableOfType(
                            InvalidInputException.class, () -> complete(challenge, Proof.totp("000000"))));
        }

        List<AccountMessage.Kind> told = new ArrayList<>();
        system.maintenance().deliver(message -> told.add(message.kind()), 10);
        assertThat(told).containsExactly(AccountMessage.Kind.SECOND_FACTOR_FAILED);
    }

    @Test
    void a_confirmation_that_is_rolled_back_leaves_the_token_and_the_code() {
        String token = enrolled.token().value();
        Proof code = Proof.totp(app.code());

        database.spring().rolledBack(() -> accounts.confirm(token, code));

        assertThat(accounts.me(token).username()).isEqualTo("ana");
        String next = database.spring()
                .inTransaction(() -> accounts.confirm(token, code))
                .value();
        assertThat(accounts.me(next).username()).isEqualTo("ana");
    }
}
