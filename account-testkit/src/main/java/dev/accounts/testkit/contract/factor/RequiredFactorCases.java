package dev.accounts.testkit.contract.factor;

import static dev.accounts.testkit.internal.AccountsFixture.NEW_PASSWORD;
import static dev.accounts.testkit.internal.AccountsFixture.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.accounts.model.AccountMessage;
import dev.accounts.model.NotAuthenticatedException.Reason;
import dev.accounts.model.PermissionDeniedException;
import dev.accounts.model.ProfileChange;
import dev.accounts.model.factor.Assurance;
import dev.accounts.model.factor.Proof;
import dev.accounts.model.factor.TotpEnrolment;
import dev.accounts.policy.FactorPolicy;
import dev.accounts.policy.FactorPolicy.Requirement;
import dev.accounts.policy.TokenPolicy;
import dev.accounts.service.AccountService;
import dev.accounts.service.Session;
import dev.accounts.testkit.TotpApp;
import dev.accounts.testkit.internal.AccountsFixture;
import dev.accounts.testkit.internal.FactorFixture;
import dev.accounts.testkit.internal.FactorFixture.Owner;
import dev.accounts.testkit.internal.Refusals;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

abstract class RequiredFactorCases {

    private final AccountsFixture fixture;
    private final FactorFixture factors;

    RequiredFactorCases(AccountsFixture fixture) {
        this.fixture = fixture;
        this.factors = fixture.factors();
    }

    private void require(Requirement requirement) {
        fixture.restart(builder -> builder.factors(FactorPolicy.defaults().requirement(requirement)));
    }

    private AccountService service() {
        return fixture.service();
    }

    private void assertMustEnrol(ThrowingCallable call) {
        assertThat(Refusals.reason(call)).isEqualTo(Reason.ENROLMENT_REQUIRED);
    }

    /** A token for somebody who registered before a factor was required. */
    private String token(String name) {
        fixture.verified(name);
        require(Requirement.REQUIRED_FOR_ALL);
        return fixture.login(name);
    }

    private Instant end(String token) {
        return service().sessions().list(token).stream()
                .filter(Session::current)
                .findFirst()
                .flatMap(Session::expiresAt)
                .orElseThrow();
    }

    @Test
    void a_token_without_a_factor_tells_who_it_is_and_enrols_and_nothing_else() {
        String token = token("ana");
        long id = service().me(token).id();

        assertMustEnrol(() -> service().caller(token));
        assertMustEnrol(() -> service().caller(token, Assurance.any()));
        assertMustEnrol(() -> service().getUser(token, id));
        assertMustEnrol(() -> service().sessions().list(token));
        assertMustEnrol(() -> service().sessions().endAll(token));
        assertMustEnrol(() -> service().passwords().change(token, PASSWORD, NEW_PASSWORD));
        assertMustEnrol(() -> service().passwords().confirm(token, PASSWORD));
        assertMustEnrol(() -> service().changeUsername(token, PASSWORD, fixture.unique("new")));
        assertMustEnrol(() -> service().profile().read(token));
        assertMustEnrol(() -> service().delete(token, PASSWORD));
        assertMustEnrol(() -> service().export(token));
        assertThat(service().factors().list(token).methods()).isEmpty();
        service().logout(token);
        assertThat(fixture.isLive(token)).isFalse();
    }

    /** Only the owner of a verified address may enrol. */
    @Test
    void a_token_without_a_factor_changes_a_wrong_address() {
        fixture.registered("ana");
        require(Requirement.REQUIRED_FOR_ALL);
        String token = fixture.login("ana");
        assertThat(Refusals.violations(() -> factors.service().beginTotp(token)))
                .containsExactly("email: unverified");

        service().emails().change(token, PASSWORD, fixture.email("right"));

        assertThat(service().emails().pending(token)).isEmpty();
        fixture.mail().deliver();
        service().emails().requestVerification(fixture.email("right"));
        fixture.mail().confirm(fixture.mail().link(AccountMessage.Kind.VERIFY_EMAIL));
        assertThat(factors.service().beginTotp(fixture.login("ana"))).isNotNull();
    }

    /** That is how a browser changes the address. */
    @Test
    void a_token_without_a_factor_changes_the_address_of_the_profile_alone() {
        String token = token("ana");
        String right = fixture.email("right");

        assertMustEnrol(
                () -> service().profile().change(token, ProfileChange.none().daysCount(7), PASSWORD, right));
        assertThat(service()
                        .profile()
                        .change(token, ProfileChange.none(), PASSWORD, right)
                        .email())
                .isEqualTo(right);
    }

    @Test
    void a_token_with_a_factor_that_was_removed_must_enrol() {
        Owner ana = factors.enrolled("ana");
        factors.service().removeTotp(ana.token());
        require(Requirement.REQUIRED_FOR_ALL);

        assertMustEnrol(() -> service().caller(ana.token()));
        String confirmed =
                service().confirm(ana.token(), Proof.password(PASSWORD)).value();
        assertMustEnrol(() -> service().caller(confirmed));
    }

    @Test
    void enrolling_makes_it_good_for_everything() {
        String former = token("ana");
        fixture.clock().advance(Duration.ofMinutes(20));
        String token = service().confirm(former, Proof.password(PASSWORD)).value();
        TotpEnrolment begun = factors.service().beginTotp(token);

        String next = factors.service()
                .confirmTotp(
                        token,
                        begun.enrolment(),
                        TotpApp.scan(begun, fixture.clock()).code())
                .token()
                .value();

        assertThat(service().caller(next).identity().username()).isEqualTo(fixture.unique("ana"));
        assertThat(service().sessions().list(next)).hasSize(1);
    }

    @Test
    void staff_and_superusers_alone_may_be_meant() {
        String user = fixture.token("ana");
        fixture.staff().member("staff");
        fixture.superuser("chief");
        require(Requirement.REQUIRED_FOR_STAFF);
        String staff = fixture.login("staff");
        String superuser = fixture.login("chief");

        assertThat(service().caller(user)).isNotNull();
        assertMustEnrol(() -> service().caller(staff));
        assertMustEnrol(() -> service().caller(superuser));
    }

    /** The token was issued before, when the owner was no staff. */
    @Test
    void a_promotion_takes_effect_on_tokens_that_exist() {
        String token = fixture.token("ana");
        require(Requirement.REQUIRED_FOR_STAFF);
        assertThat(service().caller(token)).isNotNull();

        fixture.administration().setStaff(fixture.root(), service().me(token).id(), true);

        assertMustEnrol(() -> service().caller(token));
    }

    /** Otherwise a token that had expired under the duty would be live again. */
    @Test
    void a_demotion_revokes_the_tokens() {
        long ana = fixture.staff().member("ana");
        require(Requirement.REQUIRED_FOR_STAFF);
        String expired = fixture.login("ana");
        fixture.clock().advance(Duration.ofHours(1));
        assertThat(fixture.isLive(expired)).isFalse();
        String token = fixture.login("ana");

        fixture.administration().setStaff(fixture.root(), ana, false);

        assertThat(fixture.isLive(expired)).isFalse();
        assertThat(fixture.isLive(token)).isFalse();
    }

    @Test
    void a_change_of_rights_that_ends_no_duty_leaves_the_tokens() {
        long ana = fixture.staff().member("ana");
        require(Requirement.REQUIRED_FOR_STAFF);
        String token = fixture.login("ana");
        fixture.administration().setSuperuser(fixture.root(), ana, true);
        fixture.administration().setSuperuser(fixture.root(), ana, false);

        assertThat(fixture.isLive(token)).isTrue();
    }

    @Test
    void a_token_ends_a_day_after_the_last_proof_and_an_hour_after_the_last_use() {
        Owner ana = factors.enrolled("ana");
        require(Requirement.REQUIRED_FOR_ALL);
        String token = factors.loggedIn(ana).value();
        Instant begun = fixture.clock().instant();
        assertThat(end(token)).isEqualTo(begun.plus(Duration.ofHours(1)));

        for (int i = 0; i < 47; i++) {
            fixture.clock().advance(Duration.ofMinutes(30));
            assertThat(fixture.isLive(token)).as("after " + i).isTrue();
        }
        assertThat(end(token)).isEqualTo(begun.plus(Duration.ofDays(1)));
        fixture.clock().advance(Duration.ofMinutes(30));
        assertThat(fixture.isLive(token)).isFalse();
    }

    @Test
    void a_token_that_is_not_used_for_an_hour_ends() {
        Owner ana = factors.enrolled("ana");
        require(Requirement.REQUIRED_FOR_ALL);
        String token = factors.loggedIn(ana).value();
        fixture.clock().advance(Duration.ofHours(1));

        assertThat(fixture.isLive(token)).isFalse();
        assertThat(Refusals.reason(() -> service().logout(token))).isEqualTo(Reason.TOKEN_INVALID);
    }

    @Test
    void a_further_proof_prolongs_the_session_up_to_its_end() {
        Owner ana = factors.enrolled("ana");
        require(Requirement.REQUIRED_FOR_ALL);
        String token = factors.loggedIn(ana).value();
        fixture.clock().advance(Duration.ofMinutes(50));

        String next = service().confirm(token, Proof.totp(ana.app().code())).value();

        fixture.clock().advance(Duration.ofMinutes(50));
        assertThat(fixture.isLive(next)).isTrue();
    }

    @Test
    void a_shorter_timeout_of_the_host_stays() {
        Owner ana = factors.enrolled("ana");
        fixture.restart(builder -> builder.factors(FactorPolicy.defaults().requirement(Requirement.REQUIRED_FOR_ALL))
                .tokens(TokenPolicy.defaults().idleTimeout(Duration.ofMinutes(10))));
        String token = factors.loggedIn(ana).value();

        assertThat(end(token)).isEqualTo(fixture.clock().instant().plus(Duration.ofMinutes(10)));
    }

    @Test
    void tokens_of_others_live_as_long_as_before() {
        require(Requirement.REQUIRED_FOR_STAFF);
        String token = fixture.token("ana");
        fixture.clock().advance(Duration.ofDays(29));

        assertThat(service().caller(token)).isNotNull();
        assertThat(service().sessions().list(token))
                .extracting(Session::expiresAt)
                .containsExactly(Optional.of(fixture.clock().instant().plus(Duration.ofDays(1))));
    }

    @Test
    void the_factor_cannot_be_removed_but_replaced() {
        Owner ana = factors.enrolled("ana");
        require(Requirement.REQUIRED_FOR_ALL);

        assertThatExceptionOfType(PermissionDeniedException.class)
                .isThrownBy(() -> factors.service().removeTotp(ana.token()));

        TotpEnrolment begun = factors.service().beginTotp(ana.token());
        assertThat(factors.service()
                        .confirmTotp(
                                ana.token(),
                                begun.enrolment(),
                                TotpApp.scan(begun, fixture.clock()).code()))
                .isNotNull();
    }
}
