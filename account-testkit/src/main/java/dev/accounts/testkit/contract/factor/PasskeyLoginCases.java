package dev.accounts.testkit.contract.factor;

import static dev.accounts.testkit.internal.PasskeyFixture.options;
import static dev.accounts.testkit.internal.PasskeyFixture.proof;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.accounts.Accounts;
import dev.accounts.model.AccountEvent;
import dev.accounts.model.BadCredentialsException;
import dev.accounts.model.IssuedToken;
import dev.accounts.model.PermissionDeniedException;
import dev.accounts.model.Registration;
import dev.accounts.model.TooManyAttemptsException;
import dev.accounts.model.factor.AuthenticationMethod;
import dev.accounts.model.factor.LoginChallenge;
import dev.accounts.model.factor.PasskeyAssertion;
import dev.accounts.model.factor.PasskeyOptions;
import dev.accounts.policy.EmailPolicy;
import dev.accounts.policy.PasskeyPolicy;
import dev.accounts.policy.SourcePolicy;
import dev.accounts.service.AccountService;
import dev.accounts.service.Passkeys;
import dev.accounts.spi.factor.PasskeyVerifier;
import dev.accounts.testkit.FastPasswordHasher;
import dev.accounts.testkit.PasskeyDevice;
import dev.accounts.testkit.internal.AccountsFixture;
import dev.accounts.testkit.internal.PasskeyFixture;
import dev.accounts.testkit.internal.PasskeyFixture.Owner;
import dev.accounts.testkit.internal.Race;
import dev.accounts.testkit.internal.Refusals;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Owners log in by passkeys without a name, and what a stranger can send there. */
abstract class PasskeyLoginCases {

    private static final int RUNNERS = 32;

    private final AccountsFixture fixture;
    private final PasskeyFixture passkeys;

    PasskeyLoginCases(AccountsFixture fixture, PasskeyVerifier verifier) {
        this.fixture = fixture;
        this.passkeys = new PasskeyFixture(fixture, verifier);
    }

    private Passkeys service() {
        return passkeys.service();
    }

    /** A thief of an authenticator without a PIN could set one. */
    @Test
    void an_authenticator_that_did_not_verify_its_user_at_first_never_suffices_alone() {
        PasskeyDevice touched = PasskeyFixture.device().withoutUserVerification();
        Owner ana = passkeys.owner("ana", touched);
        PasskeyDevice withPin = touched.withPin();

        passkeys.assertRefused(withPin.sign(service().beginLogin()));

        LoginChallenge challenge = fixture.factors().challenge("ana");
        assertThat(fixture.factors().complete(challenge, proof(withPin, options(challenge))))
                .as("after the password of " + ana.name())
                .isNotNull();
    }

    /** What a stranger sends about an account leaves no trace there. */
    @Test
    void junk_about_a_passkey_causes_no_event_and_no_mail() {
        Owner ana = passkeys.owner("ana");
        String credential = ana.device().sign(service().beginLogin()).credentialId();
        fixture.mail().deliver();
        fixture.heard();

        passkeys.assertRefused(new PasskeyAssertion(credential, "e30", "AAAA", "AAAA", ""));

        assertThat(fixture.heard()).isEmpty();
        assertThat(fixture.mail().kinds()).isEmpty();
    }

    @Test
    void a_passkey_logs_its_owner_in_without_a_name() {
        Owner ana = passkeys.owner("ana");
        fixture.heard();
        PasskeyOptions options = service().beginLogin();

        IssuedToken issued = service().login(ana.device().sign(options), "laptop");

        assertThat(options.publicKey()).containsEntry("userVerification", "required");
        assertThat(fixture.service().me(issued.value()).id()).isEqualTo(ana.id());
        assertThat(fixture.service().me(issued.value()).authentication().methods())
                .containsExactly(AuthenticationMethod.PASSKEY);
        assertThat(issued.token().label()).isEqualTo("laptop");
        assertThat(fixture.heard()).extracting(AccountEvent::kind).containsExactly(AccountEvent.Kind.LOGGED_IN);
    }

    @Test
    void an_answer_without_a_name_is_good_once() {
        Owner ana = passkeys.owner("ana", PasskeyFixture.device().synced());
        PasskeyAssertion answer = ana.device().sign(service().beginLogin());
        PasskeyAssertion later = ana.device().sign(service().beginLogin());

        assertThat(service().login(answer, "")).isNotNull();
        fixture.heard();
        passkeys.assertRefused(answer);
        assertThat(fixture.heard()).extracting(AccountEvent::kind).containsExactly(AccountEvent.Kind.LOGIN_REFUSED);
        assertThat(service().login(later, "")).isNotNull();
        passkeys.assertRefused(later);
    }

    @Test
    void one_answer_without_a_name_issues_one_of_many_tokens() {
        Owner ana = passkeys.owner("ana", PasskeyFixture.device().synced());
        PasskeyAssertion answer = ana.device().sign(service().beginLogin());
        fixture.mail().deliver();
        fixture.heard();

        List<Boolean> issued = Race.of(
                RUNNERS,
                i -> Refusals.isMade(() ->
                        Race.atLast(() -> passkeys.node().factors().passkeys().login(answer, ""))));

        assertThat(issued).filteredOn(Boolean::booleanValue).hasSize(1);
        assertThat(fixture.mail().kinds()).isEmpty();
        assertThat(fixture.heard())
                .extracting(AccountEvent::kind)
                .containsOnlyOnce(AccountEvent.Kind.LOGGED_IN)
                .containsOnly(AccountEvent.Kind.LOGGED_IN, AccountEvent.Kind.LOGIN_REFUSED);
    }

    @Test
    void an_answer_without_a_name_is_good_on_another_node_for_five_minutes() {
        Owner ana = passkeys.owner("ana");
        AccountService node = passkeys.node();

        assertThat(service().login(ana.device().sign(node.factors().passkeys().beginLogin()), ""))
                .isNotNull();
        PasskeyAssertion late = ana.device().sign(node.factors().passkeys().beginLogin());
        fixture.clock().advance(Duration.ofMinutes(5).plusSeconds(1));
        passkeys.assertRefused(late);
    }

    @Test
    void an_answer_without_a_name_is_to_a_challenge_of_the_host() {
        Owner ana = passkeys.owner("ana");
        String good = service().beginLogin().challenge();
        for (String challenge : List.of("AAAA", good.substring(0, 8) + "AAAA" + good.substring(12), good + "AAAA")) {
            PasskeyOptions options = new PasskeyOptions(
                    Map.of("challenge", challenge), fixture.clock().instant());
            passkeys.assertRefused(ana.device().sign(options));
        }
        assertThat(service().login(ana.device().sign(service().beginLogin()), ""))
                .isNotNull();
    }

    @Test
    void a_login_without_a_name_needs_a_verified_user_a_known_passkey_and_an_account_that_may_log_in() {
        Owner touched = passkeys.owner("touched", PasskeyFixture.device().withoutUserVerification());
        Owner gone = passkeys.owner("gone");
        fixture.administration().setActive(fixture.root(), gone.id(), false);

        passkeys.assertRefused(touched.device().sign(service().beginLogin()));
        passkeys.assertRefused(gone.device().sign(service().beginLogin()));
        passkeys.assertRefused(PasskeyFixture.device().sign(service().beginLogin()));
        passkeys.assertRefused(new PasskeyAssertion("", "", "", "", ""));
        passkeys.assertRefused(new PasskeyAssertion("A".repeat(100_000), "\uD800", "", "", ""));
        assertThat(Refusals.violations(() -> service().login(null, ""))).containsExactly("passkey: required");
    }

    @Test
    void a_login_without_a_name_needs_a_verified_address_where_the_host_asks_for_it() {
        String name = fixture.unique("ana");
        fixture.service().register(Registration.of(name, AccountsFixture.PASSWORD));
        PasskeyDevice device = PasskeyFixture.device();
        passkeys.registered(
                fixture.service().login(name, AccountsFixture.PASSWORD).value(), device);
        passkeys.restart(builder -> builder.emails(EmailPolicy.defaults().requireVerification()));

        passkeys.assertRefused(device.sign(service().beginLogin()));
    }

    @Test
    void refusals_without_a_name_are_counted_for_their_source() {
        Owner ana = passkeys.owner("ana");
        Passkeys stranger = fixture.service().from("198.51.100.7").factors().passkeys();
        PasskeyAssertion wrong = PasskeyFixture.device().sign(service().beginLogin());
        int limit = SourcePolicy.defaults().failedLogins().count();

        for (int i = 0; i < limit; i++) {
            assertThatExceptionOfType(BadCredentialsException.class)
                    .as("refusal " + i)
                    .isThrownBy(() -> stranger.login(wrong, ""));
        }

        assertThatExceptionOfType(TooManyAttemptsException.class).isThrownBy(() -> stranger.login(wrong, ""));
        assertThat(service().login(ana.device().sign(service().beginLogin()), ""))
                .as("from elsewhere")
                .isNotNull();
    }

    /** Strangers behind the same address must not keep the owner out. */
    @Test
    void a_source_that_the_account_knows_need_not_wait() {
        Owner ana = passkeys.owner("ana");
        Passkeys home = fixture.service().from(fixture.unique("home")).factors().passkeys();
        home.login(ana.device().sign(home.beginLogin()), "");
        PasskeyAssertion wrong = PasskeyFixture.device().sign(service().beginLogin());
        while (Refusals.isRefusedByCredentials(() -> home.login(wrong, ""))) {
            fixture.heard();
        }

        assertThat(home.login(ana.device().sign(home.beginLogin()), "")).isNotNull();
    }

    @Test
    void an_answer_of_before_the_passkey_was_registered_again_is_not_good() {
        Owner ana = passkeys.owner("ana", PasskeyFixture.device().synced());
        PasskeyAssertion answer = ana.device().sign(service().beginLogin());
        service().login(answer, "");
        fixture.clock().advance(Duration.ofSeconds(1));
        service()
                .remove(
                        ana.token(),
                        fixture.service()
                                .factors()
                                .list(ana.token())
                                .passkeys()
                                .get(0)
                                .id());
        passkeys.registered(ana.token(), ana.device());

        passkeys.assertRefused(answer);
    }

    @Test
    void a_login_without_a_name_needs_a_key_of_the_host() {
        Passkeys without = Accounts.builder(fixture.stores())
                .passwordHasher(new FastPasswordHasher())
                .passkeys(PasskeyPolicy.of("example.org", "https://example.org"), passkeys.verifier())
                .build()
                .service()
                .factors()
                .passkeys();
        PasskeyAssertion answer = passkeys.owner("ana").device().sign(service().beginLogin());

        assertThatExceptionOfType(PermissionDeniedException.class).isThrownBy(without::beginLogin);
        assertThatExceptionOfType(BadCredentialsException.class).isThrownBy(() -> without.login(answer, ""));
    }
}
