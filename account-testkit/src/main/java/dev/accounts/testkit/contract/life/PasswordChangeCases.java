package dev.accounts.testkit.contract.life;

import static dev.accounts.model.AccountMessage.Kind.PASSWORD_CHANGED;
import static dev.accounts.model.AccountMessage.Kind.VERIFY_EMAIL;
import static dev.accounts.testkit.internal.AccountsFixture.NEW_PASSWORD;
import static dev.accounts.testkit.internal.AccountsFixture.PASSWORD;
import static dev.accounts.testkit.internal.Refusals.violations;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.accounts.model.InvalidInputException;
import dev.accounts.model.NotAuthenticatedException;
import dev.accounts.model.OneTimeToken;
import dev.accounts.model.Registration;
import dev.accounts.policy.PasswordPolicy;
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

    /** The attacker whom the owner locks out may have requested the address. */
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

    private List<String> refusals(String token, @Nullable String current, @Nullable String wanted) {
        return violations(() -> change(token, current, wanted));
    }

    @Test
    void a_wrong_present_password_changes_nothing() {
        String token = fixture.token("ana");
        String other = fixture.login("ana");

        for (String wrong : List.of("wrong", PASSWORD + " ", NEW_PASSWORD, "a".repeat(5000))) {
            assertThat(refusals(token, wrong, NEW_PASSWORD)).containsExactly("current_password: invalid");
        }

        assertThat(fixture.isLive(other)).isTrue();
        assertThat(fixture.canLogIn(fixture.unique("ana"), PASSWORD)).isTrue();
        assertThat(fixture.mail().deliver()).isEmpty();
    }

    @Test
    void everything_that_is_missing_is_told_at_once_before_any_hash() {
        String token = fixture.token("ana");
        int before = fixture.hasher().verifications();

        assertThat(refusals(token, null, null)).containsExactly("new_password: required", "current_password: required");
        assertThat(refusals(token, "", " ")).containsExactly("new_password: blank", "current_password: blank");
        assertThat(refusals(token, PASSWORD, "a".repeat(4097))).containsExactly("new_password: too_long");

        assertThat(fixture.hasher().verifications()).isEqualTo(before);
    }

    @Test
    void the_rules_of_a_registration_hold() {
        String token = fixture.token("ana");
        String name = fixture.unique("ana");

        assertThat(refusals(token, PASSWORD, "short-7")).containsExactly("new_password: too_short");
        assertThat(refusals(token, PASSWORD, "93018475629")).containsExactly("new_password: entirely_numeric");
        assertThat(refusals(token, PASSWORD, "password1")).contains("new_password: too_common");
        assertThat(refusals(token, PASSWORD, name + "1")).containsExactly("new_password: too_similar");
        assertThat(refusals(token, PASSWORD, fixture.email("ana"))).containsExactly("new_password: too_similar");
        assertThat(refusals(token, PASSWORD, "example!")).containsExactly("new_password: too_similar");
        assertThat(fixture.canLogIn(name, PASSWORD)).isTrue();
    }

    @Test
    void a_password_like_the_name_is_refused_where_there_is_no_address() {
        String token = registeredWith(PASSWORD);

        assertThat(refusals(token, PASSWORD, fixture.unique("ana") + "1")).containsExactly("new_password: too_similar");
    }

    @Test
    void the_rules_that_the_host_adds_hold() {
        fixture.restart(b -> b.passwords(PasswordPolicy.defaults().minLength(15).contextWords("Weather-Town-of-Perm")));
        String token = registeredWith("quite-long-Password");

        assertThat(refusals(token, "quite-long-Password", "14-characters-")).containsExactly("new_password: too_short");
        assertThat(refusals(token, "quite-long-Password", "WEATHER-town-of-perm"))
                .containsExactly("new_password: too_common");
    }

    @Test
    void nobody_without_a_live_token_changes_anything() {
        String token = fixture.token("ana");
        fixture.service().logout(token);

        for (String dead : List.of(token, "token", "")) {
            assertThatExceptionOfType(NotAuthenticatedException.class)
                    .isThrownBy(() -> change(dead, PASSWORD, NEW_PASSWORD));
        }

        assertThat(fixture.canLogIn(fixture.unique("ana"), PASSWORD)).isTrue();
    }
}
