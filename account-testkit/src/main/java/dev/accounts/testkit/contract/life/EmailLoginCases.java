package dev.accounts.testkit.contract.life;

import static dev.accounts.testkit.internal.AccountsFixture.NEW_PASSWORD;
import static dev.accounts.testkit.internal.AccountsFixture.PASSWORD;
import static dev.accounts.testkit.internal.Refusals.violations;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.accounts.AccountsBuilder;
import dev.accounts.model.Registration;
import dev.accounts.model.TooManyAttemptsException;
import dev.accounts.model.User;
import dev.accounts.policy.EmailPolicy;
import dev.accounts.testkit.internal.AccountsFixture;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

abstract class EmailLoginCases {

    private final AccountsFixture fixture;

    EmailLoginCases(AccountsFixture fixture) {
        this.fixture = fixture;
    }

    private static AccountsBuilder allowed(AccountsBuilder builder) {
        return builder.emails(EmailPolicy.defaults().allowLoginByEmail());
    }

    @Test
    void a_verified_address_stands_for_the_name_in_any_case() {
        fixture.restart(EmailLoginCases::allowed);
        User ana = fixture.verified("ana");
        String email = fixture.email("ana");

        assertThat(Stream.of(email, email.toUpperCase(Locale.ROOT), " " + email, fixture.unique("ana"))
                        .map(name ->
                                fixture.service().login(name, PASSWORD).token().userId()))
                .containsOnly(ana.id());
        assertThat(fixture.canLogIn(email, "wrong")).isFalse();
    }

    @Test
    void no_address_does_where_it_is_not_allowed() {
        fixture.verified("ana");

        assertThat(fixture.canLogIn(fixture.email("ana"), PASSWORD)).isFalse();
    }

    @Test
    void an_address_that_is_not_verified_does_not_and_costs_the_same() {
        fixture.restart(EmailLoginCases::allowed);
        fixture.registered("ana");
        int before = fixture.hasher().verifications();

        assertThat(fixture.canLogIn(fixture.email("ana"), PASSWORD)).isFalse();
        assertThat(fixture.canLogIn(fixture.email("unknown"), PASSWORD)).isFalse();

        assertThat(fixture.hasher().verifications()).isEqualTo(before + 2);
    }

    @Test
    void failures_count_for_the_account_however_it_is_addressed() {
        fixture.restart(EmailLoginCases::allowed);
        fixture.verified("ana");
        for (int i = 0; i < 5; i++) {
            fixture.canLogIn(i % 2 == 0 ? fixture.unique("ana") : fixture.email("ana"), "wrong");
        }

        Stream.of(fixture.unique("ana"), fixture.email("ana"))
                .forEach(name -> assertThatExceptionOfType(TooManyAttemptsException.class)
                        .isThrownBy(() -> fixture.service().login(name, PASSWORD)));
    }

    @Test
    void no_name_may_look_like_the_address_of_another() {
        fixture.restart(EmailLoginCases::allowed);
        String token = fixture.token("bob");
        Registration shadow =
                Registration.of(fixture.email("ana"), NEW_PASSWORD).email(fixture.email("eve"));

        assertThat(violations(() -> fixture.service().register(shadow))).containsExactly("username: invalid");
        assertThat(violations(() -> fixture.service().register(shadow.email(""))))
                .containsExactly("username: invalid");
        assertThat(violations(() -> fixture.service().changeUsername(token, PASSWORD, fixture.email("ana"))))
                .containsExactly("new_username: invalid");
    }

    @Test
    void a_name_may_be_ones_own_address() {
        fixture.restart(EmailLoginCases::allowed);
        String email = fixture.email("ana");

        User ana = fixture.service().register(Registration.of(email, PASSWORD).email(email));
        String bobs = fixture.token("bob");
        fixture.service().changeUsername(bobs, PASSWORD, fixture.email("bob"));

        assertThat(fixture.service().login(email, PASSWORD).token().userId()).isEqualTo(ana.id());
        assertThat(fixture.service().me(bobs).username()).isEqualTo(fixture.email("bob"));
    }

    @Test
    void a_name_from_before_does_not_shadow_the_address_of_another() {
        fixture.service()
                .register(Registration.of(fixture.email("ana"), NEW_PASSWORD).email(fixture.email("eve")));
        User ana = fixture.verified("ana");
        fixture.restart(EmailLoginCases::allowed);

        assertThat(fixture.service()
                        .login(fixture.email("ana"), PASSWORD)
                        .token()
                        .userId())
                .isEqualTo(ana.id());
        assertThat(fixture.canLogIn(fixture.email("ana"), NEW_PASSWORD)).isFalse();
    }

    @Test
    void a_name_from_before_logs_in_where_nobody_holds_the_address() {
        User eve = fixture.service().register(Registration.of(fixture.email("ana"), PASSWORD));
        fixture.registered("ana");
        fixture.restart(EmailLoginCases::allowed);

        assertThat(fixture.service()
                        .login(fixture.email("ana"), PASSWORD)
                        .token()
                        .userId())
                .isEqualTo(eve.id());
    }

    @Test
    void a_former_address_no_longer_logs_in() {
        fixture.restart(EmailLoginCases::allowed);
        fixture.verified("ana");
        fixture.service().emails().change(fixture.login("ana"), PASSWORD, fixture.email("new"));

        assertThat(fixture.canLogIn(fixture.email("ana"), PASSWORD)).isFalse();
        assertThat(fixture.canLogIn(fixture.email("new"), PASSWORD)).isFalse();
        fixture.mail().deliver();
        fixture.mail().confirm(fixture.mail().verificationLink("new"));
        assertThat(fixture.canLogIn(fixture.email("new"), PASSWORD)).isTrue();
    }
}
