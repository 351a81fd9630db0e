package dev.accounts.testkit.contract.life;

import static dev.accounts.testkit.internal.AccountsFixture.NEW_PASSWORD;
import static dev.accounts.testkit.internal.AccountsFixture.PASSWORD;
import static dev.accounts.testkit.internal.Refusals.violations;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.accounts.model.NotAuthenticatedException;
import dev.accounts.model.Registration;
import dev.accounts.policy.PasswordPolicy;
import dev.accounts.testkit.internal.AccountsFixture;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

abstract class PasswordChangeRefusalCases {

    private final AccountsFixture fixture;

    PasswordChangeRefusalCases(AccountsFixture fixture) {
        this.fixture = fixture;
    }

    private void change(@Nullable String token, @Nullable String current, @Nullable String wanted) {
        fixture.service().passwords().change(token, current, wanted);
    }

    private List<String> refusals(String token, @Nullable String current, @Nullable String wanted) {
        return violations(() -> change(token, current, wanted));
    }

    private String registeredWith(String password) {
        String name = fixture.unique("ana");
        fixture.service().register(Registration.of(name, password));
        return fixture.service().login(name, password).value();
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
