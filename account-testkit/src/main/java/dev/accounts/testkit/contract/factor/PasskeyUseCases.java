package dev.accounts.testkit.contract.factor;

import static dev.accounts.testkit.internal.PasskeyFixture.options;
import static dev.accounts.testkit.internal.PasskeyFixture.proof;
import static org.assertj.core.api.Assertions.assertThat;

import dev.accounts.model.AccountEvent;
import dev.accounts.model.AccountMessage;
import dev.accounts.model.IssuedToken;
import dev.accounts.model.factor.AuthenticationMethod;
import dev.accounts.model.factor.LoginChallenge;
import dev.accounts.model.factor.Passkey;
import dev.accounts.model.factor.PasskeyOptions;
import dev.accounts.model.factor.Proof;
import dev.accounts.service.Passkeys;
import dev.accounts.spi.factor.PasskeyVerifier;
import dev.accounts.testkit.internal.AccountsFixture;
import dev.accounts.testkit.internal.PasskeyFixture;
import dev.accounts.testkit.internal.PasskeyFixture.Owner;
import dev.accounts.testkit.internal.Race;
import dev.accounts.testkit.internal.Refusals;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Owners prove by passkeys to be the owners, after the password and in a session. */
abstract class PasskeyUseCases {

    private static final int RUNNERS = 32;

    private final AccountsFixture fixture;
    private final PasskeyFixture passkeys;

    PasskeyUseCases(AccountsFixture fixture, PasskeyVerifier verifier) {
        this.fixture = fixture;
        this.passkeys = new PasskeyFixture(fixture, verifier);
    }

    private Passkeys service() {
        return passkeys.service();
    }

    @Test
    void a_login_by_password_is_completed_by_a_passkey() {
        Owner ana = passkeys.owner("ana");
        LoginChallenge challenge = fixture.factors().challenge("ana");

        IssuedToken issued = fixture.factors().complete(challenge, proof(ana.device(), options(challenge)));

        assertThat(fixture.service().me(issued.value()).authentication().methods())
                .containsExactly(AuthenticationMethod.PASSWORD, AuthenticationMethod.PASSKEY);
        assertThat(fixture.service().factors().list(issued.value()).passkeys())
                .extracting(Passkey::lastUsedAt)
                .containsExactly(Optional.of(fixture.clock().instant()));
    }

    @Test
    void a_login_takes_the_passkeys_of_the_account_alone() {
        Owner ana = passkeys.owner("ana");
        Owner ben = passkeys.owner("ben");
        LoginChallenge challenge = fixture.factors().challenge("ana");
        PasskeyOptions any = new PasskeyOptions(Map.of("challenge", challenge.value()), challenge.expiresAt());

        assertThat(Refusals.violations(() -> fixture.factors().complete(challenge, proof(ben.device(), any))))
                .containsExactly("passkey: invalid");
        assertThat(Refusals.violations(() -> fixture.factors().complete(challenge, Proof.passkey(null))))
                .containsExactly("passkey: required");
        assertThat(Refusals.violations(() -> fixture.factors()
                        .complete(challenge, proof(ana.device(), service().beginLogin()))))
                .as("an answer to another challenge")
                .containsExactly("passkey: invalid");
        assertThat(fixture.factors().complete(challenge, proof(ana.device(), any)))
                .isNotNull();
    }

    @Test
    void one_answer_completes_one_of_many_logins() {
        Owner ana = passkeys.owner("ana");
        LoginChallenge challenge = fixture.factors().challenge("ana");
        Proof answer = proof(ana.device(), options(challenge));
        fixture.heard();

        List<Boolean> issued = Race.of(
                RUNNERS,
                i -> Refusals.isMade(() ->
                        Race.atLast(() -> passkeys.node().factors().completeLogin(challenge.value(), answer, ""))));

        assertThat(issued).filteredOn(Boolean::booleanValue).hasSize(1);
        assertThat(fixture.heard())
                .extracting(AccountEvent::kind)
                .containsOnlyOnce(AccountEvent.Kind.LOGGED_IN)
                .doesNotContain(AccountEvent.Kind.PASSKEY_COPIED);
    }

    @Test
    void a_copy_of_an_authenticator_is_refused_and_told() {
        Owner ana = passkeys.owner("ana");
        LoginChallenge first = fixture.factors().challenge("ana");
        fixture.factors().complete(first, proof(ana.device(), options(first)));
        fixture.mail().deliver();
        fixture.heard();
        ana.device().rewind(0);
        LoginChallenge second = fixture.factors().challenge("ana");

        assertThat(Refusals.violations(() -> fixture.factors().complete(second, proof(ana.device(), options(second)))))
                .containsExactly("passkey: invalid");

        assertThat(fixture.mail().kinds()).containsExactly(AccountMessage.Kind.PASSKEY_COPIED);
        assertThat(fixture.heard())
                .extracting(AccountEvent::kind)
                .contains(AccountEvent.Kind.PASSKEY_COPIED, AccountEvent.Kind.LOGIN_REFUSED);
    }

    /** A browser may send a form twice: the second answer shows the counter of the first, and is no copy. */
    @Test
    void a_repeated_form_is_no_copy_of_an_authenticator() {
        Owner ana = passkeys.owner("ana");
        LoginChallenge challenge = fixture.factors().challenge("ana");
        Proof answer = proof(ana.device(), options(challenge));
        fixture.mail().deliver();
        fixture.heard();

        List<Boolean> issued = Race.of(
                RUNNERS,
                i -> Refusals.isMade(() -> Race.atLast(() -> fixture.factors().complete(challenge, answer))));

        assertThat(issued).filteredOn(Boolean::booleanValue).hasSize(1);
        assertThat(fixture.mail().kinds()).isEmpty();
        assertThat(fixture.heard()).extracting(AccountEvent::kind).doesNotContain(AccountEvent.Kind.PASSKEY_COPIED);
    }

    /** Zero means that an authenticator does not count only where it never has. */
    @Test
    void a_counter_that_drops_to_zero_is_refused_and_told() {
        Owner ana = passkeys.owner("ana");
        assertThat(service().login(ana.device().sign(service().beginLogin()), ""))
                .isNotNull();
        fixture.mail().deliver();
        fixture.heard();
        ana.device().rewind(-1);
        LoginChallenge challenge = fixture.factors().challenge("ana");

        assertThat(Refusals.violations(
                        () -> fixture.factors().complete(challenge, proof(ana.device(), options(challenge)))))
                .containsExactly("passkey: invalid");
        assertThat(fixture.mail().kinds()).containsExactly(AccountMessage.Kind.PASSKEY_COPIED);
        assertThat(fixture.heard()).extracting(AccountEvent::kind).contains(AccountEvent.Kind.PASSKEY_COPIED);

        ana.device().rewind(-1);
        passkeys.assertRefused(ana.device().sign(service().beginLogin()));
        ana.device().rewind(1);
        assertThat(service().login(ana.device().sign(service().beginLogin()), ""))
                .as("the counter of the first use stays")
                .isNotNull();
    }

    @Test
    void a_synced_passkey_does_not_count() {
        Owner ana = passkeys.owner("ana", PasskeyFixture.device().synced());

        for (int i = 0; i < 2; i++) {
            LoginChallenge challenge = fixture.factors().challenge("ana");
            assertThat(fixture.factors().complete(challenge, proof(ana.device(), options(challenge))))
                    .isNotNull();
        }
    }

    @Test
    void a_session_is_confirmed_once_by_an_answer() {
        Owner ana = passkeys.owner("ana");
        fixture.clock().advance(Duration.ofHours(1));
        Proof answer = proof(ana.device(), service().beginConfirmation(ana.token()));

        String next = fixture.service().confirm(ana.token(), answer).value();

        assertThat(fixture.isLive(ana.token())).isFalse();
        assertThat(service().beginRegistration(next)).as("a fresh proof").isNotNull();
        assertThat(Refusals.violations(() -> fixture.service().confirm(next, answer)))
                .containsExactly("passkey: invalid");
    }

    @Test
    void a_password_does_not_confirm_where_a_passkey_is() {
        Owner ana = passkeys.owner("ana");

        assertThat(Refusals.violations(
                        () -> fixture.service().confirm(ana.token(), Proof.password(AccountsFixture.PASSWORD))))
                .containsExactly("passkey: required");
    }

    @Test
    void a_session_without_a_passkey_is_not_asked_for_one() {
        String token = fixture.token("ana");

        assertThat(Refusals.violations(() -> service().beginConfirmation(token)))
                .containsExactly("passkey: none");
    }

    @Test
    void a_form_that_is_sent_twice_is_no_copy() {
        Owner ana = passkeys.owner("ana");
        LoginChallenge challenge = fixture.factors().challenge("ana");
        Proof answer = proof(ana.device(), options(challenge));
        fixture.factors().complete(challenge, answer);
        fixture.mail().deliver();

        assertThat(Refusals.violations(() -> fixture.factors().complete(challenge, answer)))
                .containsExactly("challenge: invalid");

        assertThat(fixture.mail().kinds()).isEmpty();
    }

    @Test
    void a_session_is_not_confirmed_by_the_challenge_of_another_account() {
        Owner ana = passkeys.owner("ana");
        Owner ben = passkeys.owner("ben");
        PasskeyOptions asked = service().beginConfirmation(ben.token());
        PasskeyOptions any = new PasskeyOptions(Map.of("challenge", asked.challenge()), asked.expiresAt());

        assertThat(Refusals.violations(() -> fixture.service().confirm(ana.token(), proof(ana.device(), any))))
                .containsExactly("passkey: invalid");
        assertThat(fixture.service().confirm(ben.token(), proof(ben.device(), asked)))
                .isNotNull();
    }
}
