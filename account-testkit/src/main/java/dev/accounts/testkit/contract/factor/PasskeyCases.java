package dev.accounts.testkit.contract.factor;

import static dev.accounts.testkit.internal.AccountsFixture.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.accounts.model.AccountEvent;
import dev.accounts.model.AccountMessage;
import dev.accounts.model.NotAuthenticatedException.Reason;
import dev.accounts.model.PermissionDeniedException;
import dev.accounts.model.factor.AuthenticationMethod;
import dev.accounts.model.factor.Passkey;
import dev.accounts.model.factor.PasskeyOptions;
import dev.accounts.model.factor.PasskeyRegistration;
import dev.accounts.model.factor.Proof;
import dev.accounts.policy.FactorPolicy;
import dev.accounts.service.EnrolledFactor;
import dev.accounts.service.Passkeys;
import dev.accounts.spi.factor.PasskeyVerifier;
import dev.accounts.testkit.PasskeyDevice;
import dev.accounts.testkit.internal.AccountsFixture;
import dev.accounts.testkit.internal.PasskeyFixture;
import dev.accounts.testkit.internal.PasskeyFixture.Owner;
import dev.accounts.testkit.internal.PlainData;
import dev.accounts.testkit.internal.Race;
import dev.accounts.testkit.internal.Refusals;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Owners register, rename and remove passkeys. */
abstract class PasskeyCases {

    private static final int RUNNERS = 32;

    private final AccountsFixture fixture;
    private final PasskeyFixture passkeys;

    PasskeyCases(AccountsFixture fixture, PasskeyVerifier verifier) {
        this.fixture = fixture;
        this.passkeys = new PasskeyFixture(fixture, verifier);
    }

    private Passkeys service() {
        return passkeys.service();
    }

    private List<Passkey> list(String token) {
        return fixture.service().factors().list(token).passkeys();
    }

    private String loggedIn(String name) {
        fixture.verified(name);
        return fixture.login(name);
    }

    @Test
    void a_passkey_is_listed_and_protects_the_login() {
        String token = loggedIn("ana");
        String other = fixture.login("ana");
        fixture.mail().deliver();
        fixture.heard();

        EnrolledFactor enrolled = passkeys.registered(token, PasskeyFixture.device());

        String next = enrolled.token().value();
        assertThat(list(next))
                .containsExactly(new Passkey(
                        list(next).get(0).id(), "my key", false, fixture.clock().instant(), Optional.empty()));
        assertThat(enrolled.recoveryCodes().codes()).hasSize(10);
        assertThat(fixture.isLive(token)).isFalse();
        assertThat(fixture.isLive(other)).isFalse();
        assertThat(fixture.service().me(next).authentication().methods())
                .containsExactly(AuthenticationMethod.PASSWORD, AuthenticationMethod.PASSKEY);
        assertThat(fixture.mail().kinds()).containsExactly(AccountMessage.Kind.FACTOR_ENROLLED);
        assertThat(fixture.heard())
                .extracting(AccountEvent::kind)
                .containsExactly(AccountEvent.Kind.PASSKEY_REGISTERED);
        assertThat(fixture.factors().challenge("ana").factors())
                .containsExactly(AuthenticationMethod.RECOVERY_CODE, AuthenticationMethod.PASSKEY);
    }

    @Test
    void the_options_are_those_of_a_browser() {
        String token = loggedIn("ana");

        PasskeyOptions options = service().beginRegistration(token);

        assertThat(options.publicKey())
                .containsEntry("rp", Map.of("id", "example.org", "name", "Account"))
                .containsEntry("excludeCredentials", List.of())
                .containsEntry("attestation", "none")
                .containsEntry(
                        "authenticatorSelection", Map.of("residentKey", "preferred", "userVerification", "preferred"))
                .containsKeys("user", "pubKeyCredParams", "timeout");
        assertThat(options.challenge()).matches("[A-Za-z0-9_-]{40}");
        assertThat(options.expiresAt()).isEqualTo(fixture.clock().instant().plus(Duration.ofMinutes(10)));
        assertThat(String.valueOf(options.publicKey().get("user"))).containsPattern("id=[A-Za-z0-9_-]{16,86}[,}]");
    }

    @Test
    void another_passkey_is_for_another_device_and_leaves_the_codes() {
        Owner ana = passkeys.owner("ana");
        PasskeyOptions options = service().beginRegistration(ana.token());
        assertThat(options.publicKey().get("excludeCredentials"))
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .hasSize(1);
        PasskeyDevice another = PasskeyFixture.device().synced();

        EnrolledFactor enrolled = service().register(ana.token(), another.register(options), " \t");

        String token = enrolled.token().value();
        assertThat(enrolled.recoveryCodes().codes()).isEmpty();
        assertThat(list(token)).extracting(Passkey::name).containsExactlyInAnyOrder("my key", "Passkey");
        assertThat(list(token)).extracting(Passkey::synced).containsExactlyInAnyOrder(false, true);
    }

    @Test
    void an_answer_is_good_once_and_for_ten_minutes_and_for_its_session() {
        String token = loggedIn("ana");
        String ben = loggedIn("ben");
        PasskeyOptions options = service().beginRegistration(token);
        PasskeyRegistration answer = PasskeyFixture.device().register(options);

        assertThat(Refusals.violations(() -> service().register(ben, answer, "")))
                .containsExactly("passkey: invalid");
        String next = service().register(token, answer, "").token().value();
        assertThat(Refusals.violations(() -> service().register(next, answer, "")))
                .containsExactly("passkey: invalid");

        PasskeyRegistration late = PasskeyFixture.device().register(service().beginRegistration(next));
        fixture.clock().advance(Duration.ofMinutes(10));
        assertThat(Refusals.violations(() -> service().register(next, late, "")))
                .containsExactly("passkey: invalid");
    }

    @Test
    void a_wrong_answer_is_refused() {
        String token = loggedIn("ana");
        PasskeyOptions options = service().beginRegistration(token);
        PasskeyRegistration elsewhere =
                PasskeyDevice.at("https://example.com", "example.com").register(options);

        assertThat(Refusals.violations(() -> service().register(token, null, "")))
                .containsExactly("passkey: required");
        assertThat(Refusals.violations(() -> service().register(token, elsewhere, "")))
                .containsExactly("passkey: invalid");
        assertThat(Refusals.violations(() -> service().register(token, new PasskeyRegistration("", "", Set.of()), "")))
                .containsExactly("passkey: invalid");
        assertThat(service().register(token, PasskeyFixture.device().register(options), ""))
                .as("the challenge is still good")
                .isNotNull();
    }

    @Test
    void one_authenticator_is_registered_once() {
        Owner ana = passkeys.owner("ana");
        String ben = loggedIn("ben");

        assertThat(Refusals.violations(() -> passkeys.registered(ben, ana.device())))
                .containsExactly("passkey: taken");
        assertThat(fixture.isLive(ben)).isTrue();
    }

    @Test
    void one_authenticator_is_registered_once_by_many_at_a_time() {
        PasskeyDevice device = PasskeyFixture.device();
        List<String> tokens =
                Stream.of("ana", "ben", "cleo", "dan").map(this::loggedIn).toList();
        List<PasskeyRegistration> answers = tokens.stream()
                .map(token -> device.register(service().beginRegistration(token)))
                .toList();

        List<Boolean> registered = Race.of(
                RUNNERS,
                i -> Refusals.isMade(() -> Race.atLast(() -> passkeys.node()
                        .factors()
                        .passkeys()
                        .register(tokens.get(i % tokens.size()), answers.get(i % tokens.size()), ""))));

        assertThat(registered).filteredOn(Boolean::booleanValue).hasSize(1);
    }

    @Test
    void an_account_has_twenty_at_most() {
        String token = loggedIn("ana");
        for (int i = 0; i < Passkey.MOST; i++) {
            token = passkeys.registered(token, PasskeyFixture.device()).token().value();
        }
        String last = token;

        assertThat(Refusals.violations(() -> service().beginRegistration(last))).containsExactly("passkey: too_many");
        assertThat(list(last)).hasSize(Passkey.MOST);
    }

    @Test
    void a_registration_needs_a_fresh_proof_and_a_verified_address() {
        fixture.registered("ana");
        String token = fixture.login("ana");
        assertThat(Refusals.violations(() -> service().beginRegistration(token)))
                .containsExactly("email: unverified");

        String ben = loggedIn("ben");
        fixture.clock().advance(Duration.ofMinutes(16));
        assertThat(Refusals.reason(() -> service().beginRegistration(ben))).isEqualTo(Reason.REAUTHENTICATION_REQUIRED);
    }

    @Test
    void a_passkey_is_renamed_by_its_owner() {
        Owner ana = passkeys.owner("ana");
        Owner ben = passkeys.owner("ben");
        UUID id = list(ana.token()).get(0).id();

        assertThat(service().rename(ana.token(), id, "x".repeat(100))).isTrue();
        assertThat(service().rename(ben.token(), id, "mine")).isFalse();

        assertThat(list(ana.token())).extracting(Passkey::name).containsExactly("x".repeat(Passkey.MAX_NAME));
    }

    @Test
    void the_last_removed_one_takes_the_recovery_codes_with_it() {
        Owner ana = passkeys.owner("ana");
        PasskeyDevice second = PasskeyFixture.device();
        String token = passkeys.registered(ana.token(), second).token().value();
        List<UUID> ids = list(token).stream().map(Passkey::id).toList();
        fixture.mail().deliver();
        fixture.heard();

        assertThat(service().remove(token, UUID.randomUUID())).isFalse();
        assertThat(service().remove(token, ids.get(0))).isTrue();
        assertThat(fixture.mail().kinds()).containsExactly(AccountMessage.Kind.FACTOR_REMOVED);
        assertThat(fixture.stores().recoveryCodes().count(ana.id())).isEqualTo(10);
        assertThat(service().remove(token, ids.get(1))).isTrue();

        assertThat(fixture.mail().kinds()).containsExactly(AccountMessage.Kind.FACTORS_REMOVED);
        assertThat(fixture.heard())
                .extracting(AccountEvent::kind)
                .containsExactly(AccountEvent.Kind.FACTOR_REMOVED, AccountEvent.Kind.FACTORS_REMOVED);
        assertThat(fixture.stores().recoveryCodes().count(ana.id())).isZero();
        assertThat(fixture.canLogIn(fixture.unique("ana"), PASSWORD)).isTrue();
    }

    @Test
    void an_app_and_a_passkey_stand_side_by_side() {
        Owner ana = passkeys.owner("ana");
        String token = fixture.factors().enrolled("ana", ana.id(), ana.token()).token();
        assertThat(fixture.factors().challenge("ana").factors())
                .containsExactly(
                        AuthenticationMethod.TOTP, AuthenticationMethod.RECOVERY_CODE, AuthenticationMethod.PASSKEY);

        assertThat(fixture.service().factors().removeTotp(token)).isTrue();

        assertThat(list(token)).hasSize(1);
        assertThat(fixture.factors().challenge("ana").factors())
                .containsExactly(AuthenticationMethod.RECOVERY_CODE, AuthenticationMethod.PASSKEY);
    }

    @Test
    void the_last_one_stays_where_a_factor_is_required() {
        Owner ana = passkeys.owner("ana");
        passkeys.restart(builder ->
                builder.factors(FactorPolicy.defaults().requirement(FactorPolicy.Requirement.REQUIRED_FOR_ALL)));
        UUID id = list(ana.token()).get(0).id();

        assertThatExceptionOfType(PermissionDeniedException.class)
                .isThrownBy(() -> service().remove(ana.token(), id));

        assertThat(list(ana.token())).hasSize(1);
    }

    @Test
    void staff_and_a_deletion_remove_them() {
        Owner ana = passkeys.owner("ana");
        Owner ben = passkeys.owner("ben");

        fixture.administration().removeFactors(fixture.root(), ana.id());
        fixture.service().delete(ben.token(), PASSWORD);

        assertThat(fixture.stores().passkeys().list(ana.id())).isEmpty();
        assertThat(fixture.stores().passkeys().list(ben.id())).isEmpty();
    }

    @Test
    void they_are_exported_without_their_keys() {
        Owner ana = passkeys.owner("ana");

        Map<String, ?> export = fixture.service().export(ana.token());

        Map<String, @Nullable Object> passkey = new HashMap<>();
        passkey.put("id", list(ana.token()).get(0).id().toString());
        passkey.put("name", "my key");
        passkey.put("created_at", fixture.clock().instant().toString());
        passkey.put("last_used_at", null);
        Map<String, @Nullable Object> factors = new HashMap<>();
        factors.put("totp_since", null);
        factors.put("passkeys", List.of(passkey));
        factors.put("recovery_codes_left", 10);
        assertThat(export.get("factors")).isEqualTo(factors);
        PlainData.assertPlain(export);
    }

    /** The host has stopped offering them: their owners need another way. */
    @Test
    void a_host_without_them_asks_for_another_factor() {
        Owner ana = passkeys.owner("ana");
        fixture.restart(builder -> builder);

        assertThat(fixture.factors().challenge("ana").factors()).containsExactly(AuthenticationMethod.RECOVERY_CODE);
        assertThat(fixture.factors().challenge("ana").passkey()).isEmpty();
        assertThatExceptionOfType(PermissionDeniedException.class)
                .isThrownBy(() -> service().beginRegistration(ana.token()));
        assertThatExceptionOfType(PermissionDeniedException.class)
                .isThrownBy(() -> service().beginLogin());
        assertThatExceptionOfType(PermissionDeniedException.class)
                .isThrownBy(() -> service().beginConfirmation(ana.token()));
        assertThat(fixture.factors()
                        .complete(
                                fixture.factors().challenge("ana"),
                                Proof.recoveryCode(ana.recoveryCodes().get(0))))
                .isNotNull();
    }
}
