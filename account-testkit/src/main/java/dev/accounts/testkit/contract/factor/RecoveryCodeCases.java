package dev.accounts.testkit.contract.factor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accounts.model.AccountEvent;
import dev.accounts.model.AccountEvent.Kind;
import dev.accounts.model.AccountMessage;
import dev.accounts.model.NotAuthenticatedException;
import dev.accounts.model.factor.AuthenticationMethod;
import dev.accounts.model.factor.Proof;
import dev.accounts.testkit.internal.AccountsFixture;
import dev.accounts.testkit.internal.FactorFixture;
import dev.accounts.testkit.internal.FactorFixture.Owner;
import dev.accounts.testkit.internal.Refusals;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

abstract class RecoveryCodeCases {

    private final AccountsFixture fixture;
    private final FactorFixture factors;

    RecoveryCodeCases(AccountsFixture fixture) {
        this.fixture = fixture;
        this.factors = fixture.factors();
    }

    private String loggedIn(Owner owner, String recoveryCode) {
        return factors.complete(factors.challenge(owner.name()), Proof.recoveryCode(recoveryCode))
                .value();
    }

    private int left(String token) {
        return factors.service().list(token).recoveryCodesLeft();
    }

    @Test
    void complete_a_login_once_each() {
        Owner ana = factors.enrolled("ana");

        for (String code : ana.recoveryCodes()) {
            String token = loggedIn(ana, code);
            assertThat(fixture.service().me(token).authentication().methods())
                    .isEqualTo(Set.of(AuthenticationMethod.PASSWORD, AuthenticationMethod.RECOVERY_CODE));
            assertThat(Refusals.violations(() -> loggedIn(ana, code))).containsExactly("recovery_code: invalid");
        }

        assertThat(left(ana.token())).isZero();
        assertThat(factors.challenge("ana").factors()).containsExactly(AuthenticationMethod.TOTP);
    }

    @Test
    void are_read_in_any_case_with_and_without_hyphens() {
        Owner ana = factors.enrolled("ana");

        assertThat(loggedIn(ana, ana.recoveryCodes().get(0).toUpperCase(Locale.ROOT)))
                .isNotEmpty();
        assertThat(loggedIn(ana, ana.recoveryCodes().get(1).replace("-", " "))).isNotEmpty();
        assertThat(loggedIn(ana, ana.recoveryCodes().get(2).replace("-", ""))).isNotEmpty();
    }

    @Test
    void are_good_for_their_owner_alone() {
        Owner ana = factors.enrolled("ana");
        Owner ben = factors.enrolled("ben");

        assertThat(Refusals.violations(() -> loggedIn(ben, ana.recoveryCodes().get(0))))
                .containsExactly("recovery_code: invalid");
        assertThat(loggedIn(ana, ana.recoveryCodes().get(0))).isNotEmpty();
    }

    @Test
    void tell_the_owner_and_the_listeners_when_they_are_used() {
        Owner ana = factors.enrolled("ana");
        fixture.mail().deliver();
        fixture.heard();

        loggedIn(ana, ana.recoveryCodes().get(0));

        assertThat(fixture.mail().deliver())
                .extracting(AccountMessage::kind)
                .containsExactly(AccountMessage.Kind.RECOVERY_CODE_USED);
        assertThat(fixture.heard())
                .extracting(AccountEvent::kind)
                .containsExactly(Kind.SECOND_FACTOR_ASKED, Kind.RECOVERY_CODE_USED, Kind.LOGGED_IN);
    }

    @Test
    void are_replaced_one_by_one_where_they_were_used() {
        Owner ana = factors.enrolled("ana");
        loggedIn(ana, ana.recoveryCodes().get(0));
        String token = loggedIn(ana, ana.recoveryCodes().get(1));
        fixture.mail().deliver();
        fixture.heard();

        List<String> added = factors.service().replaceUsedRecoveryCodes(token).codes();

        assertThat(added).hasSize(2).doesNotContainAnyElementsOf(ana.recoveryCodes());
        assertThat(left(token)).isEqualTo(10);
        assertThat(fixture.mail().deliver())
                .extracting(AccountMessage::kind)
                .containsExactly(AccountMessage.Kind.RECOVERY_CODES_ISSUED);
        assertThat(fixture.heard()).extracting(AccountEvent::kind).containsExactly(Kind.RECOVERY_CODES_ISSUED);
        assertThat(loggedIn(ana, added.get(0))).isNotEmpty();
        assertThat(loggedIn(ana, ana.recoveryCodes().get(2))).isNotEmpty();
    }

    @Test
    void are_not_replaced_where_none_was_used() {
        Owner ana = factors.enrolled("ana");
        fixture.mail().deliver();

        assertThat(factors.service().replaceUsedRecoveryCodes(ana.token()).codes())
                .isEmpty();

        assertThat(fixture.mail().deliver()).isEmpty();
    }

    @Test
    void are_all_replaced_at_once() {
        Owner ana = factors.enrolled("ana");

        List<String> added = factors.service().replaceRecoveryCodes(ana.token()).codes();

        assertThat(added).hasSize(10).doesNotContainAnyElementsOf(ana.recoveryCodes());
        assertThat(Refusals.violations(() -> loggedIn(ana, ana.recoveryCodes().get(0))))
                .containsExactly("recovery_code: invalid");
        assertThat(loggedIn(ana, added.get(9))).isNotEmpty();
        assertThat(left(ana.token())).isEqualTo(9);
    }

    @Test
    void need_a_factor_that_can_be_lost() {
        fixture.verified("ana");
        String token = fixture.login("ana");

        assertThat(Refusals.violations(() -> factors.service().replaceRecoveryCodes(token)))
                .containsExactly("recovery_code: no_factor");
        assertThat(Refusals.violations(() -> factors.service().replaceUsedRecoveryCodes(token)))
                .containsExactly("recovery_code: no_factor");
        assertThat(left(token)).isZero();
    }

    @Test
    void need_a_fresh_proof_to_be_replaced() {
        Owner ana = factors.enrolled("ana");
        fixture.clock().advance(Duration.ofMinutes(15));

        assertThat(Refusals.reason(() -> factors.service().replaceRecoveryCodes(ana.token())))
                .isEqualTo(NotAuthenticatedException.Reason.REAUTHENTICATION_REQUIRED);
        assertThat(Refusals.reason(() -> factors.service().replaceUsedRecoveryCodes(ana.token())))
                .isEqualTo(NotAuthenticatedException.Reason.REAUTHENTICATION_REQUIRED);
    }

    /** Otherwise somebody with a lost telephone would have no way to a new one. */
    @Test
    void let_the_owner_of_a_lost_app_enrol_another() {
        Owner ana = factors.enrolled("ana");
        String token = loggedIn(ana, ana.recoveryCodes().get(0));

        assertThat(factors.service().removeTotp(token)).isTrue();

        assertThat(factors.service().beginTotp(token).secret()).isNotEmpty();
    }
}
