package dev.accounts.testkit.contract.factor;

import static dev.accounts.testkit.internal.AccountsFixture.PASSWORD;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.accounts.Accounts;
import dev.accounts.model.AccountEvent;
import dev.accounts.model.AccountEvent.Kind;
import dev.accounts.model.AccountMessage;
import dev.accounts.model.NotAuthenticatedException.Reason;
import dev.accounts.model.PermissionDeniedException;
import dev.accounts.model.UserNotFoundException;
import dev.accounts.model.factor.AuthenticationMethod;
import dev.accounts.model.factor.EnrolledFactors;
import dev.accounts.model.factor.LoginChallenge;
import dev.accounts.model.factor.Proof;
import dev.accounts.service.AccountAdministration;
import dev.accounts.service.Factors;
import dev.accounts.testkit.FastPasswordHasher;
import dev.accounts.testkit.internal.AccountsFixture;
import dev.accounts.testkit.internal.FactorFixture;
import dev.accounts.testkit.internal.FactorFixture.Owner;
import dev.accounts.testkit.internal.InterruptedStores;
import dev.accounts.testkit.internal.Refusals;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import org.assertj.core.groups.Tuple;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

abstract class FactorRemovalCases {

    private static final EnrolledFactors NONE = new EnrolledFactors(Optional.empty(), List.of(), 0);

    private final AccountsFixture fixture;
    private final FactorFixture factors;

    FactorRemovalCases(AccountsFixture fixture) {
        this.fixture = fixture;
        this.factors = fixture.factors();
    }

    @Test
    void takes_the_recovery_codes_with_it_and_leaves_the_sessions() {
        Owner ana = factors.enrolled("ana");

        assertThat(factors.service().removeTotp(ana.token())).isTrue();

        assertThat(factors.service().list(ana.token())).isEqualTo(NONE);
        assertThat(fixture.canLogIn(fixture.unique("ana"), PASSWORD)).isTrue();
        assertThat(factors.service().removeTotp(ana.token())).isFalse();
    }

    @Test
    void tells_the_owner_and_the_listeners() {
        Owner ana = factors.enrolled("ana");
        fixture.mail().deliver();
        fixture.heard();

        factors.service().removeTotp(ana.token());

        assertThat(fixture.mail().deliver())
                .extracting(AccountMessage::kind)
                .containsExactly(AccountMessage.Kind.FACTORS_REMOVED);
        assertThat(fixture.heard()).extracting(AccountEvent::kind).containsExactly(Kind.FACTORS_REMOVED);
    }

    @Test
    void needs_a_fresh_proof() {
        Owner ana = factors.enrolled("ana");
        fixture.clock().advance(Duration.ofMinutes(15));

        assertThat(Refusals.reason(() -> factors.service().removeTotp(ana.token())))
                .isEqualTo(Reason.REAUTHENTICATION_REQUIRED);

        String next = fixture.service()
                .confirm(ana.token(), Proof.totp(ana.app().code()))
                .value();
        assertThat(factors.service().removeTotp(next)).isTrue();
    }

    /** The stranger's call has begun when the owner enrols. */
    @Test
    void is_not_for_a_token_without_the_factor() {
        fixture.verified("ana");
        for (BiConsumer<Factors, String> change :
                List.<BiConsumer<Factors, String>>of(Factors::removeTotp, Factors::replaceRecoveryCodes)) {
            fixture.restart(builder -> builder);
            Owner owner = overtaken(change);

            assertThat(factors.service().list(owner.token()).methods())
                    .containsExactlyInAnyOrder(AuthenticationMethod.TOTP, AuthenticationMethod.RECOVERY_CODE);
            factors.service().removeTotp(owner.token());
        }
    }

    private Owner overtaken(BiConsumer<Factors, String> change) {
        String stranger = fixture.login("ana");
        String own = fixture.login("ana");
        AtomicReference<@Nullable Owner> owner = new AtomicReference<>();
        Factors late = Accounts.builder(InterruptedStores.over(
                        fixture.stores(),
                        () -> owner.set(factors.enrolled(
                                "ana", fixture.service().me(own).id(), own))))
                .passwordHasher(new FastPasswordHasher())
                .clock(fixture.clock())
                .build()
                .service()
                .factors();

        assertThat(Refusals.reason(() -> change.accept(late, stranger))).isEqualTo(Reason.REAUTHENTICATION_REQUIRED);
        return requireNonNull(owner.get());
    }

    @Test
    void spoils_a_login_that_waits_for_the_factor() {
        Owner ana = factors.enrolled("ana");
        LoginChallenge challenge = factors.challenge("ana");
        factors.service().removeTotp(ana.token());

        assertThat(Refusals.violations(
                        () -> factors.complete(challenge, Proof.totp(ana.app().code()))))
                .containsExactly("challenge: invalid");
    }

    @Test
    void by_staff_revokes_all_tokens_and_is_told() {
        Owner ana = factors.enrolled("ana");
        LoginChallenge challenge = factors.challenge("ana");
        long staff = fixture.staff().member("staff", AccountAdministration.CHANGE_USER);
        fixture.mail().deliver();
        fixture.heard();

        assertThat(fixture.administration().removeFactors(staff, ana.id())).isTrue();

        assertThat(fixture.isLive(ana.token())).isFalse();
        assertThat(Refusals.violations(
                        () -> factors.complete(challenge, Proof.totp(ana.app().code()))))
                .containsExactly("challenge: invalid");
        assertThat(fixture.mail().deliver())
                .extracting(AccountMessage::kind)
                .containsExactly(AccountMessage.Kind.FACTORS_REMOVED);
        assertThat(fixture.heard())
                .extracting(AccountEvent::kind, event -> event.context().actorId())
                .containsExactly(Tuple.tuple(Kind.FACTORS_REMOVED, Optional.of(staff)));
        assertThat(factors.service().list(fixture.login("ana"))).isEqualTo(NONE);
        assertThat(fixture.administration().removeFactors(staff, ana.id())).isFalse();
    }

    @Test
    void by_staff_needs_the_permission_and_an_account() {
        Owner ana = factors.enrolled("ana");
        long without = fixture.staff().member("without");
        long staff = fixture.staff().member("staff", AccountAdministration.CHANGE_USER);

        assertThatExceptionOfType(PermissionDeniedException.class)
                .isThrownBy(() -> fixture.administration().removeFactors(without, ana.id()));
        assertThatExceptionOfType(PermissionDeniedException.class)
                .isThrownBy(() -> fixture.administration().removeFactors(staff, fixture.root()));
        assertThatExceptionOfType(UserNotFoundException.class)
                .isThrownBy(() -> fixture.administration().removeFactors(staff, Long.MAX_VALUE));
        assertThatExceptionOfType(PermissionDeniedException.class)
                .as("own factors need a proof of them")
                .isThrownBy(() -> fixture.administration().removeFactors(fixture.root(), fixture.root()));
        assertThat(factors.challenge("ana")).isNotNull();
    }

    @Test
    void happens_with_the_deletion_of_the_account() {
        Owner ana = factors.enrolled("ana");

        fixture.service().delete(ana.token(), PASSWORD);

        assertThat(fixture.stores().totp().find(ana.id())).isEmpty();
        assertThat(fixture.stores().recoveryCodes().count(ana.id())).isZero();
    }

    @Test
    void factors_are_exported_without_secrets() {
        Owner ana = factors.enrolled("ana");
        String since = fixture.clock().instant().minus(FactorFixture.PERIOD).toString();

        Map<String, ?> export = fixture.service().export(ana.token());

        assertThat(export.get("factors"))
                .isEqualTo(Map.of("totp_since", since, "passkeys", List.of(), "recovery_codes_left", 10));
        assertThat(export.toString())
                .doesNotContain(
                        fixture.stores().totp().find(ana.id()).orElseThrow().encryptedSeed());
    }
}
