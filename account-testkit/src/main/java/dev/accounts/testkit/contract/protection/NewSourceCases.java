package dev.accounts.testkit.contract.protection;

import static dev.accounts.testkit.internal.AccountsFixture.NEW_PASSWORD;
import static dev.accounts.testkit.internal.AccountsFixture.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.accounts.model.AccountMessage.Kind;
import dev.accounts.model.Registration;
import dev.accounts.model.factor.Proof;
import dev.accounts.policy.EmailPolicy;
import dev.accounts.service.AccountService;
import dev.accounts.testkit.internal.AccountsFixture;
import dev.accounts.testkit.internal.FactorFixture.Owner;
import dev.accounts.testkit.internal.Refusals;
import java.time.Duration;
import org.junit.jupiter.api.Test;

abstract class NewSourceCases {

    private final AccountsFixture fixture;

    NewSourceCases(AccountsFixture fixture) {
        this.fixture = fixture;
        fixture.restart(builder -> builder.emails(EmailPolicy.defaults().mailNewSources()));
    }

    private AccountService from(String source) {
        return fixture.service().from(source);
    }

    private void logIn(String source) {
        from(source).login(fixture.unique("ana"), PASSWORD);
    }

    @Test
    void an_owner_is_told_of_a_login_from_a_new_source_once() {
        fixture.registered("ana");
        logIn("home");
        assertThat(fixture.mail().kinds()).as("the first login").isEmpty();

        logIn("elsewhere");
        assertThat(fixture.mail().kinds()).containsExactly(Kind.LOGIN_FROM_NEW_SOURCE);

        logIn("elsewhere");
        logIn("home");
        assertThat(fixture.mail().kinds()).isEmpty();
    }

    @Test
    void a_source_that_was_not_used_for_a_month_is_new() {
        fixture.registered("ana");
        logIn("home");
        fixture.clock().advance(Duration.ofDays(30));

        logIn("home");

        assertThat(fixture.mail().kinds()).containsExactly(Kind.LOGIN_FROM_NEW_SOURCE);
    }

    @Test
    void nobody_is_told_without_an_address_a_source_or_the_setting() {
        fixture.registered("ana");
        logIn("home");
        fixture.service().login(fixture.unique("ana"), PASSWORD);
        String ben = fixture.unique("ben");
        fixture.service().register(Registration.of(ben, PASSWORD));
        from("home").login(ben, PASSWORD);
        from("elsewhere").login(ben, PASSWORD);
        fixture.restart(builder -> builder);
        logIn("elsewhere");

        assertThat(fixture.mail().kinds()).isEmpty();
    }

    @Test
    void a_login_in_two_steps_is_told_when_it_is_completed() {
        Owner ana = fixture.factors().enrolled("ana");
        fixture.factors().loggedIn(ana);
        fixture.clock().advance(Duration.ofSeconds(30));
        fixture.mail().deliver();

        String challenge = fixture.factors().challenge("ana").value();
        assertThat(Refusals.violations(() -> from("elsewhere").factors().completeLogin(challenge, Proof.totp("x"), "")))
                .isNotEmpty();
        assertThat(fixture.mail().kinds()).isEmpty();
        from("elsewhere")
                .factors()
                .completeLogin(challenge, Proof.totp(ana.app().code()), "");

        assertThat(fixture.mail().kinds()).containsExactly(Kind.LOGIN_FROM_NEW_SOURCE);
    }

    @Test
    void a_refused_login_is_not_told() {
        fixture.registered("ana");
        logIn("home");

        assertThat(fixture.canLogIn(fixture.unique("ana"), NEW_PASSWORD)).isFalse();

        assertThat(fixture.mail().kinds()).isEmpty();
    }

    /** The address may be a stranger's. */
    @Test
    void one_address_gets_few_mails_by_whatever_account() {
        for (int i = 0; i < 5; i++) {
            fixture.registered("ana");
            logIn("home");
            logIn("place" + i);
            fixture.service().delete(fixture.login("ana"), PASSWORD);
        }

        assertThat(fixture.mail().kinds())
                .filteredOn(Kind.LOGIN_FROM_NEW_SOURCE::equals)
                .hasSizeLessThanOrEqualTo(3);
    }

    @Test
    void many_new_sources_cause_few_mails() {
        fixture.registered("ana");
        logIn("home");

        for (int i = 0; i < 20; i++) {
            logIn("place" + i);
        }
        assertThat(fixture.mail().kinds()).hasSize(3).containsOnly(Kind.LOGIN_FROM_NEW_SOURCE);

        fixture.clock().advance(Duration.ofMinutes(20));
        logIn("another");
        logIn("one more");
        assertThat(fixture.mail().kinds()).hasSize(1);
    }
}
