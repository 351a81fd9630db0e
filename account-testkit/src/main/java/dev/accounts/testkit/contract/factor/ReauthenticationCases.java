package dev.accounts.testkit.contract.factor;

import static dev.accounts.testkit.internal.AccountsFixture.NEW_PASSWORD;
import static dev.accounts.testkit.internal.AccountsFixture.PASSWORD;
import static dev.accounts.testkit.internal.AccountsFixture.WRONG_PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.accounts.model.AccountEvent;
import dev.accounts.model.AccountEvent.Kind;
import dev.accounts.model.IssuedToken;
import dev.accounts.model.NotAuthenticatedException.Reason;
import dev.accounts.model.delegation.Delegation;
import dev.accounts.model.factor.Assurance;
import dev.accounts.model.factor.Authentication;
import dev.accounts.model.factor.AuthenticationMethod;
import dev.accounts.model.factor.Proof;
import dev.accounts.service.Session;
import dev.accounts.spi.StoredUser;
import dev.accounts.spi.UserKey;
import dev.accounts.testkit.internal.AccountsFixture;
import dev.accounts.testkit.internal.FactorFixture;
import dev.accounts.testkit.internal.FactorFixture.Owner;
import dev.accounts.testkit.internal.Refusals;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

abstract class ReauthenticationCases {

    private static final Duration LONG = Duration.ofHours(2);

    private final AccountsFixture fixture;
    private final FactorFixture factors;

    ReauthenticationCases(AccountsFixture fixture) {
        this.fixture = fixture;
        this.factors = fixture.factors();
    }

    private static Proof code(Owner owner) {
        return Proof.totp(owner.app().code());
    }

    private Authentication authentication(String token) {
        return fixture.service().me(token).authentication();
    }

    @Test
    void replaces_the_token_by_one_with_a_fresh_proof() {
        fixture.registered("ana");
        IssuedToken former = fixture.service().login(fixture.unique("ana"), PASSWORD, "laptop");
        fixture.clock().advance(LONG);
        Instant now = fixture.clock().instant();

        IssuedToken next = fixture.service().confirm(former.value(), Proof.password(PASSWORD));

        assertThat(fixture.isLive(former.value())).isFalse();
        assertThat(next.token().authentication()).isEqualTo(Authentication.byPassword(now));
        assertThat(authentication(next.value())).isEqualTo(Authentication.byPassword(now));
        assertThat(fixture.service().sessions().list(next.value()))
                .containsExactly(new Session(
                        next.token().id(),
                        "laptop",
                        former.token().createdAt(),
                        now,
                        former.token().expiresAt(),
                        Delegation.NONE,
                        true));
    }

    @Test
    void adds_the_method_to_those_of_the_token() {
        Owner ana = factors.enrolled("ana");

        String next = fixture.service()
                .confirm(ana.token(), Proof.recoveryCode(ana.recoveryCodes().get(0)))
                .value();

        assertThat(authentication(next))
                .isEqualTo(new Authentication(
                        fixture.clock().instant(),
                        Set.of(
                                AuthenticationMethod.PASSWORD,
                                AuthenticationMethod.TOTP,
                                AuthenticationMethod.RECOVERY_CODE)));
    }

    @Test
    void tells_listeners() {
        String token = fixture.token("ana");
        fixture.heard();

        fixture.service().confirm(token, Proof.password(PASSWORD));

        assertThat(fixture.heard()).extracting(AccountEvent::kind).containsExactly(Kind.REAUTHENTICATED);
    }

    @Test
    void refuses_a_wrong_or_missing_proof_and_leaves_the_token() {
        String token = fixture.token("ana");

        assertThat(Refusals.violations(() -> fixture.service().confirm(token, Proof.password(WRONG_PASSWORD))))
                .containsExactly("current_password: invalid");
        assertThat(Refusals.violations(() -> fixture.service().confirm(token, Proof.password(null))))
                .containsExactly("current_password: required");
        assertThat(Refusals.violations(() -> fixture.service().confirm(token, Proof.totp("123456"))))
                .containsExactly("code: invalid");
        assertThat(Refusals.violations(() -> fixture.service().confirm(token, Proof.recoveryCode(null))))
                .containsExactly("recovery_code: required");

        assertThat(fixture.isLive(token)).isTrue();
    }

    @Test
    void needs_a_live_token() {
        assertThat(Refusals.reason(() -> fixture.service().confirm(null, Proof.password(PASSWORD))))
                .isEqualTo(Reason.TOKEN_MISSING);
        assertThat(Refusals.reason(() -> fixture.service().confirm("0".repeat(40), Proof.password(PASSWORD))))
                .isEqualTo(Reason.TOKEN_INVALID);
    }

    /** Somebody who stole the token may know the password. */
    @Test
    void asks_an_account_with_a_factor_for_the_factor() {
        Owner ana = factors.enrolled("ana");

        assertThat(Refusals.violations(() -> fixture.service().confirm(ana.token(), Proof.password(PASSWORD))))
                .containsExactly("code: required");
    }

    @Test
    void uses_up_the_code() {
        Owner ana = factors.enrolled("ana");
        Proof code = code(ana);
        String next = fixture.service().confirm(ana.token(), code).value();

        assertThat(Refusals.violations(() -> fixture.service().confirm(next, code)))
                .containsExactly("code: invalid");
        assertThat(Refusals.violations(() -> factors.complete(factors.challenge("ana"), code)))
                .containsExactly("code: invalid");
    }

    @Test
    void lets_a_host_ask_for_a_recent_proof() {
        String token = fixture.token("ana");
        Assurance recent = Assurance.any().freshFor(Duration.ofMinutes(5));
        fixture.clock().advance(Duration.ofMinutes(5));
        assertThat(fixture.service().caller(token, recent).identity().username())
                .isEqualTo(fixture.unique("ana"));
        fixture.clock().advance(Duration.ofNanos(1000));

        assertThat(Refusals.reason(() -> fixture.service().caller(token, recent)))
                .isEqualTo(Reason.REAUTHENTICATION_REQUIRED);

        String next = fixture.service().confirm(token, Proof.password(PASSWORD)).value();
        assertThat(fixture.service().caller(next, recent)).isNotNull();
    }

    @Test
    void lets_a_host_ask_for_a_method() {
        String password = fixture.token("ben");
        Owner ana = factors.enrolled("ana");
        Assurance app = Assurance.any().requires(AuthenticationMethod.TOTP);
        Assurance either = Assurance.any().requires(AuthenticationMethod.RECOVERY_CODE, AuthenticationMethod.TOTP);

        assertThat(Refusals.reason(() -> fixture.service().caller(password, app)))
                .isEqualTo(Reason.REAUTHENTICATION_REQUIRED);
        assertThat(fixture.service().caller(ana.token(), app)).isNotNull();
        assertThat(fixture.service().caller(ana.token(), either)).isNotNull();
        assertThat(Refusals.reason(() -> fixture.service()
                        .caller(ana.token(), Assurance.any().requires(AuthenticationMethod.RECOVERY_CODE))))
                .isEqualTo(Reason.REAUTHENTICATION_REQUIRED);
    }

    /** Where an account has a factor, the password alone changes no credentials. */
    @Test
    void precedes_changes_of_credentials_where_there_is_a_factor() {
        Owner ana = factors.enrolled("ana");
        fixture.clock().advance(Duration.ofMinutes(15));
        String token = ana.token();

        assertThat(Refusals.reason(() -> fixture.service().passwords().change(token, PASSWORD, NEW_PASSWORD)))
                .isEqualTo(Reason.REAUTHENTICATION_REQUIRED);
        assertThat(Refusals.reason(() -> fixture.service().passwords().confirm(token, PASSWORD)))
                .isEqualTo(Reason.REAUTHENTICATION_REQUIRED);
        assertThat(Refusals.reason(() -> fixture.service().emails().change(token, PASSWORD, fixture.email("new"))))
                .isEqualTo(Reason.REAUTHENTICATION_REQUIRED);
        assertThat(Refusals.reason(() -> fixture.service().changeUsername(token, PASSWORD, fixture.unique("new"))))
                .isEqualTo(Reason.REAUTHENTICATION_REQUIRED);
        assertThat(Refusals.reason(() -> fixture.service().delete(token, PASSWORD)))
                .isEqualTo(Reason.REAUTHENTICATION_REQUIRED);

        String next = fixture.service().confirm(token, code(ana)).value();
        fixture.service().passwords().change(next, PASSWORD, NEW_PASSWORD);
        assertThat(fixture.isLive(next)).isTrue();
    }

    /** As one that a node of an earlier version has issued, which knows nothing of factors. */
    @Test
    void is_needed_with_a_token_without_a_factor_where_the_account_has_one() {
        String token = fixture.token("ana");
        long id = fixture.service().me(token).id();
        StoredUser user = fixture.stores().users().read(UserKey.id(id)).orElseThrow();
        assertThat(fixture.stores().users().replace(user.withSecondFactor(true)))
                .isTrue();

        assertThat(Refusals.reason(() -> fixture.service().passwords().change(token, PASSWORD, NEW_PASSWORD)))
                .isEqualTo(Reason.REAUTHENTICATION_REQUIRED);
        assertThat(Refusals.reason(() -> factors.service().removeTotp(token)))
                .isEqualTo(Reason.REAUTHENTICATION_REQUIRED);
    }

    @Test
    void does_not_precede_them_where_there_is_none() {
        String token = fixture.token("ana");
        fixture.clock().advance(LONG);

        fixture.service().passwords().change(token, PASSWORD, NEW_PASSWORD);

        assertThat(fixture.canLogIn(fixture.unique("ana"), NEW_PASSWORD)).isTrue();
    }

    @Test
    void leaves_the_last_login_and_the_other_tokens() {
        String other = fixture.token("ana");
        String token = fixture.login("ana");
        long id = fixture.service().me(token).id();
        Optional<Instant> lastLogin = fixture.user(id).lastLogin();
        fixture.clock().advance(LONG);

        fixture.service().confirm(token, Proof.password(PASSWORD));

        assertThat(fixture.isLive(other)).isTrue();
        assertThat(fixture.user(id).lastLogin()).isEqualTo(lastLogin);
    }
}
