package dev.accounts.testkit.contract.life;

import static dev.accounts.model.AccountMessage.Kind.PASSWORD_CHANGED;
import static dev.accounts.model.AccountMessage.Kind.VERIFY_EMAIL;
import static dev.accounts.testkit.internal.AccountsFixture.NEW_PASSWORD;
import static dev.accounts.testkit.internal.AccountsFixture.PASSWORD;
import static dev.accounts.testkit.internal.Refusals.violations;
import static org.assertj.core.api.Assertions.assertThat;

import dev.accounts.model.InvalidInputException;
import dev.accounts.model.OneTimeToken;
import dev.accounts.model.Registration;
import dev.accounts.testkit.internal.AccountsFixture;
import dev.accounts.testkit.internal.Mail;
import dev.accounts.testkit.internal.Race;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

abstract class PasswordChangeCases {

    private final AccountsFixture fixture;

    PasswordChangeCases(AccountsFixture fixture) {
        this.fixture = fixture;
    }

    private void change(@Nullable String token, @Nullable String current, @Nullable String wanted) {
        fixture.service().passwords().change(token, current, wanted);
    }

    @Test
    void the_new_password_logs_in_and_the_old_one_no_longer() {
        String token = fixture.token("ana");

        change(token, PASSWORD, NEW_PASSWORD);

        assertThat(fixture.canLogIn(fixture.unique("ana"), NEW_PASSWORD)).isTrue();
        assertThat(fixture.canLogIn(fixture.unique("ana"), PASSWORD)).isFalse();
    }

    @Test
    void the_presented_token_lives_on_and_all_others_end() {
        String other = fixture.token("ana");
        String presented = fixture.login("ana");
        String bobs = fixture.token("bob");

        change(presented, PASSWORD, NEW_PASSWORD);

        assertThat(Stream.of(other, presented, bobs).map(fixture::isLive)).containsExactly(false, true, true);
    }

    private String registeredWith(String password) {
        String name = fixture.unique("ana");
        fixture.service().register(Registration.of(name, password));
        return fixture.service().login(name, password).value();
    }

    @Test
    void the_same_password_again_is_allowed_and_ends_other_tokens() {
        String other = fixture.token("ana");
        String token = fixture.login("ana");

        change(token, PASSWORD, PASSWORD);

        assertThat(fixture.isLive(other)).isFalse();
        assertThat(fixture.canLogIn(fixture.unique("ana"), PASSWORD)).isTrue();
    }

    @Test
    void links_that_were_mailed_before_end() {
        String token = fixture.token("ana");
        OneTimeToken reset = fixture.mail().resetLink("ana");
        OneTimeToken verification = fixture.mail().verificationLink("ana");

        change(token, PASSWORD, NEW_PASSWORD);

        assertThat(violations(() -> fixture.mail().reset(reset, PASSWORD))).containsExactly("token: invalid");
        assertThat(violations(() -> fixture.mail().confirm(verification))).containsExactly("token: invalid");
        assertThat(fixture.canLogIn(fixture.unique("ana"), NEW_PASSWORD)).isTrue();
    }

    /** Whoever asked for the address may be whom the change of the password is to lock out. */
    @Test
    void an_address_that_was_asked_for_before_does_not_come_in_by_a_link_mailed_later() {
        fixture.verified("ana");
        fixture.requireVerification();
        String token = fixture.login("ana");
        fixture.service().emails().change(token, PASSWORD, fixture.email("evil"));

        change(token, PASSWORD, NEW_PASSWORD);

        assertThat(fixture.mail().deliver()).noneMatch(message -> message.kind() == VERIFY_EMAIL);
    }

    @Test
    void the_address_is_told() {
        String token = fixture.token("ana");

        change(token, PASSWORD, NEW_PASSWORD);

        assertThat(Mail.lines(fixture.mail().deliver()))
                .containsExactly(fixture.mail().line(PASSWORD_CHANGED, "ana"));
        assertThat(fixture.mail().deliver()).isEmpty();
    }

    @Test
    void nobody_is_told_where_there_is_no_address() {
        change(registeredWith(PASSWORD), PASSWORD, NEW_PASSWORD);

        assertThat(fixture.mail().deliver()).isEmpty();
        assertThat(fixture.canLogIn(fixture.unique("ana"), NEW_PASSWORD)).isTrue();
    }

    @Test
    void of_many_changes_at_once_one_wins() {
        fixture.restart(b -> b.withoutThrottle());
        String token = fixture.token("ana");

        List<Boolean> outcomes = Race.of(32, i -> {
            try {
                change(token, PASSWORD, NEW_PASSWORD + i);
                return true;
            } catch (InvalidInputException overtaken) {
                return false;
            }
        });

        assertThat(Collections.frequency(outcomes, true)).isEqualTo(1);
        assertThat(IntStream.range(0, 32)
                        .filter(i -> fixture.canLogIn(fixture.unique("ana"), NEW_PASSWORD + i))
                        .boxed())
                .containsExactly(outcomes.indexOf(true));
        assertThat(fixture.mail().deliver()).hasSize(1);
    }
}
