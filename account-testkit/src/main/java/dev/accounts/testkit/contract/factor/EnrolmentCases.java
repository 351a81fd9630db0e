package dev.accounts.testkit.contract.factor;

import static dev.accounts.testkit.internal.AccountsFixture.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.accounts.Accounts;
import dev.accounts.model.AccountEvent;
import dev.accounts.model.AccountEvent.Kind;
import dev.accounts.model.AccountMessage;
import dev.accounts.model.NotAuthenticatedException;
import dev.accounts.model.PermissionDeniedException;
import dev.accounts.model.Registration;
import dev.accounts.model.factor.AuthenticationMethod;
import dev.accounts.model.factor.EnrolledFactors;
import dev.accounts.model.factor.Proof;
import dev.accounts.model.factor.TotpEnrolment;
import dev.accounts.policy.FactorPolicy;
import dev.accounts.service.EnrolledFactor;
import dev.accounts.service.Factors;
import dev.accounts.spi.factor.SecretCipher;
import dev.accounts.testkit.TotpApp;
import dev.accounts.testkit.internal.AccountsFixture;
import dev.accounts.testkit.internal.FactorFixture;
import dev.accounts.testkit.internal.FactorFixture.Owner;
import dev.accounts.testkit.internal.Refusals;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

abstract class EnrolmentCases {

    private final AccountsFixture fixture;
    private final FactorFixture factors;

    EnrolmentCases(AccountsFixture fixture) {
        this.fixture = fixture;
        this.factors = fixture.factors();
    }

    private Factors service() {
        return factors.service();
    }

    private String token(String name) {
        fixture.verified(name);
        return fixture.login(name);
    }

    private TotpApp app(TotpEnrolment begun) {
        return TotpApp.scan(begun, fixture.clock());
    }

    @Test
    void gives_a_seed_as_text_and_as_address_for_a_qr_code() {
        fixture.restart(builder -> builder.factors(FactorPolicy.defaults().issuer("Plan & Go")));
        String token = token("ana");

        TotpEnrolment begun = service().beginTotp(token);

        assertThat(begun.secret()).matches("[A-Z2-7]{32}");
        assertThat(begun.uri())
                .isEqualTo("otpauth://totp/Plan%20%26%20Go:" + fixture.unique("ana") + "?secret=" + begun.secret()
                        + "&issuer=Plan%20%26%20Go&algorithm=SHA1&digits=6&period=30");
        assertThat(begun.expiresAt()).isEqualTo(fixture.clock().instant().plus(Duration.ofMinutes(10)));
    }

    @Test
    void asks_for_nothing_until_it_is_confirmed() {
        String token = token("ana");
        service().beginTotp(token);

        assertThat(service().list(token)).isEqualTo(new EnrolledFactors(Optional.empty(), List.of(), 0));
        assertThat(fixture.canLogIn(fixture.unique("ana"), PASSWORD)).isTrue();
    }

    @Test
    void replaces_the_token_and_gives_ten_recovery_codes() {
        String token = token("ana");
        TotpEnrolment begun = service().beginTotp(token);

        EnrolledFactor enrolled =
                service().confirmTotp(token, begun.enrolment(), app(begun).code());

        assertThat(enrolled.recoveryCodes().codes())
                .hasSize(10)
                .doesNotHaveDuplicates()
                .allMatch(code -> code.matches("[a-z2-7]{4}(-[a-z2-7]{4}){5}"));
        assertThat(fixture.isLive(token)).isFalse();
        assertThat(fixture.service()
                        .me(enrolled.token().value())
                        .authentication()
                        .methods())
                .isEqualTo(Set.of(AuthenticationMethod.PASSWORD, AuthenticationMethod.TOTP));
        assertThat(service().list(enrolled.token().value()))
                .isEqualTo(new EnrolledFactors(Optional.of(fixture.clock().instant()), List.of(), 10));
    }

    @Test
    void ends_all_other_sessions_if_it_is_the_first_factor() {
        String other = token("ana");
        String token = fixture.login("ana");
        TotpEnrolment begun = service().beginTotp(token);

        EnrolledFactor enrolled =
                service().confirmTotp(token, begun.enrolment(), app(begun).code());

        assertThat(fixture.isLive(other)).isFalse();
        assertThat(fixture.isLive(enrolled.token().value())).isTrue();
    }

    @Test
    void tells_the_owner_and_the_listeners() {
        String token = token("ana");
        TotpEnrolment begun = service().beginTotp(token);
        fixture.mail().deliver();
        fixture.heard();

        service().confirmTotp(token, begun.enrolment(), app(begun).code());

        assertThat(fixture.mail().deliver())
                .extracting(AccountMessage::kind)
                .containsExactly(AccountMessage.Kind.FACTOR_ENROLLED);
        assertThat(fixture.heard()).extracting(AccountEvent::kind).containsExactly(Kind.TOTP_ENROLLED);
    }

    /** The code has shown that the app works. Somebody who saw it must not use it. */
    @Test
    void uses_up_the_code_that_confirmed_it() {
        String token = token("ana");
        TotpEnrolment begun = service().beginTotp(token);
        String code = app(begun).code();
        service().confirmTotp(token, begun.enrolment(), code);

        assertThat(Refusals.violations(() -> factors.complete(factors.challenge("ana"), Proof.totp(code))))
                .containsExactly("code: invalid");
    }

    @Test
    void needs_a_right_code_and_may_be_tried_again() {
        String token = token("ana");
        TotpEnrolment begun = service().beginTotp(token);

        assertThat(Refusals.violations(() -> service().confirmTotp(token, begun.enrolment(), "12345")))
                .containsExactly("code: invalid");
        assertThat(Refusals.violations(() -> service().confirmTotp(token, null, " ")))
                .containsExactly("enrolment: required", "code: blank");

        assertThat(service()
                        .confirmTotp(token, begun.enrolment(), app(begun).code())
                        .recoveryCodes()
                        .codes())
                .hasSize(10);
    }

    @Test
    void is_good_once_for_ten_minutes_and_for_its_owner_alone() {
        String token = token("ana");
        String ben = token("ben");
        TotpEnrolment expired = service().beginTotp(token);
        fixture.clock().advance(Duration.ofMinutes(10));
        assertThat(Refusals.violations(() -> service()
                        .confirmTotp(token, expired.enrolment(), app(expired).code())))
                .containsExactly("enrolment: invalid");
        TotpEnrolment replaced = service().beginTotp(token);
        TotpEnrolment begun = service().beginTotp(token);

        assertThat(Refusals.violations(() -> service()
                        .confirmTotp(token, replaced.enrolment(), app(replaced).code())))
                .containsExactly("enrolment: invalid");
        assertThat(Refusals.violations(() ->
                        service().confirmTotp(ben, begun.enrolment(), app(begun).code())))
                .containsExactly("enrolment: invalid");
        String next = service()
                .confirmTotp(token, begun.enrolment(), app(begun).code())
                .token()
                .value();
        assertThat(Refusals.violations(() -> service()
                        .confirmTotp(next, begun.enrolment(), app(begun).code())))
                .containsExactly("enrolment: invalid");
    }

    @Test
    void needs_a_fresh_proof() {
        String token = token("ana");
        fixture.clock().advance(Duration.ofMinutes(15).plusSeconds(1));

        assertThat(Refusals.reason(() -> service().beginTotp(token)))
                .isEqualTo(NotAuthenticatedException.Reason.REAUTHENTICATION_REQUIRED);
    }

    @Test
    void needs_a_fresh_proof_to_be_confirmed() {
        String token = token("ana");
        fixture.clock().advance(Duration.ofMinutes(14));
        TotpEnrolment begun = service().beginTotp(token);
        fixture.clock().advance(Duration.ofMinutes(2));

        assertThat(Refusals.reason(() -> service()
                        .confirmTotp(token, begun.enrolment(), app(begun).code())))
                .isEqualTo(NotAuthenticatedException.Reason.REAUTHENTICATION_REQUIRED);
    }

    @Test
    void needs_a_verified_address_where_there_is_one() {
        String unverified = fixture.token("ana");
        String username = fixture.unique("ben");
        fixture.service().register(Registration.of(username, PASSWORD));
        String without = fixture.service().login(username, PASSWORD).value();

        assertThat(Refusals.violations(() -> service().beginTotp(unverified))).containsExactly("email: unverified");
        assertThat(service().beginTotp(without).secret()).isNotEmpty();
    }

    @Test
    void is_refused_without_a_key_for_seeds() {
        String token = token("ana");
        TotpEnrolment begun = service().beginTotp(token);
        Factors without = Accounts.builder(fixture.stores())
                .passwordHasher(fixture.hasher())
                .clock(fixture.clock())
                .build()
                .service()
                .factors();

        assertThatExceptionOfType(PermissionDeniedException.class).isThrownBy(() -> without.beginTotp(token));
        assertThatExceptionOfType(PermissionDeniedException.class)
                .isThrownBy(() ->
                        without.confirmTotp(token, begun.enrolment(), app(begun).code()));
    }

    @Test
    void is_refused_where_the_policy_is_off() {
        fixture.restart(builder -> builder.factors(FactorPolicy.defaults().requirement(FactorPolicy.Requirement.OFF)));
        String token = token("ana");

        assertThatExceptionOfType(PermissionDeniedException.class)
                .isThrownBy(() -> service().beginTotp(token));
    }

    /** The new telephone of somebody who still has the old one. */
    @Test
    void replaces_the_app_and_leaves_codes_and_sessions() {
        FactorFixture.Owner ana = factors.enrolled("ana");
        String other = factors.loggedIn(ana).value();
        fixture.clock().advance(FactorFixture.PERIOD);
        TotpEnrolment begun = service().beginTotp(ana.token());

        EnrolledFactor enrolled =
                service().confirmTotp(ana.token(), begun.enrolment(), app(begun).code());

        assertThat(enrolled.recoveryCodes().codes()).isEmpty();
        assertThat(service().list(enrolled.token().value()).recoveryCodesLeft()).isEqualTo(10);
        assertThat(fixture.isLive(other)).isTrue();
        fixture.clock().advance(FactorFixture.PERIOD);
        assertThat(Refusals.violations(() -> factors.loggedIn(ana))).containsExactly("code: invalid");
        assertThat(factors.complete(
                        factors.challenge("ana"), Proof.totp(app(begun).code())))
                .isNotNull();
    }

    @Test
    void stores_the_seed_encrypted_under_the_current_key() {
        FactorFixture.Owner ana = factors.enrolled("ana");

        String stored = fixture.stores().totp().find(ana.id()).orElseThrow().encryptedSeed();

        assertThat(stored).startsWith("first.");
    }

    /** A seed that is used is encrypted again under the new key; then the old key may go. */
    @Test
    void survives_a_change_of_keys() {
        FactorFixture.Owner ana = factors.enrolled("ana");
        byte[] second = new byte[16];
        fixture.restart(builder ->
                builder.secretCipher(SecretCipher.aesGcm("second", Map.of("first", new byte[32], "second", second))));

        factors.loggedIn(ana);

        assertThat(fixture.stores().totp().find(ana.id()).orElseThrow().encryptedSeed())
                .startsWith("second.");
        fixture.restart(builder -> builder.secretCipher(SecretCipher.aesGcm("second", Map.of("second", second))));
        fixture.clock().advance(FactorFixture.PERIOD);
        assertThat(factors.loggedIn(ana)).isNotNull();
    }

    /** Otherwise a stranger could bring a factor to the address of another person, whose reset would leave it. */
    @Test
    void brings_no_factor_to_an_address_that_is_not_verified() {
        Owner ana = fixture.factors().enrolled("ana");
        String victim = fixture.email("victim");

        fixture.service().emails().change(ana.token(), PASSWORD, victim);

        assertThat(fixture.service().me(ana.token()).email()).isEqualTo(fixture.email("ana"));
        assertThat(fixture.service().emails().pending(ana.token())).contains(victim);
        fixture.mail().deliver();
        fixture.service().passwords().requestReset(victim);
        assertThat(fixture.mail().deliver()).isEmpty();
        fixture.service()
                .register(Registration.of(fixture.unique("owner"), PASSWORD).email(victim));
    }

    @Test
    void of_an_owner_without_an_address_brings_none_either() {
        String name = fixture.unique("ben");
        long id = fixture.service().register(Registration.of(name, PASSWORD)).id();
        Owner ben = fixture.factors()
                .enrolled("ben", id, fixture.service().login(name, PASSWORD).value());

        fixture.service().emails().change(ben.token(), PASSWORD, fixture.email("victim"));

        assertThat(fixture.service().me(ben.token()).email()).isEmpty();
        fixture.service().emails().change(ben.token(), PASSWORD, "");
        assertThat(fixture.service().emails().pending(ben.token())).isEmpty();
    }
}
