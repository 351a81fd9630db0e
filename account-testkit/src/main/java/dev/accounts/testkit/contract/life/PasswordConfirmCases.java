package dev.accounts.testkit.contract.life;

import static dev.accounts.model.NotAuthenticatedException.Reason.TOKEN_INVALID;
import static dev.accounts.model.NotAuthenticatedException.Reason.TOKEN_MISSING;
import static dev.accounts.testkit.internal.AccountsFixture.PASSWORD;
import static dev.accounts.testkit.internal.Refusals.violations;
import static org.assertj.core.api.Assertions.assertThat;

import dev.accounts.model.User;
import dev.accounts.testkit.internal.AccountsFixture;
import dev.accounts.testkit.internal.Refusals;
import org.junit.jupiter.api.Test;

/** A logged-in user confirms the current password. */
abstract class PasswordConfirmCases {

    private final AccountsFixture fixture;

    PasswordConfirmCases(AccountsFixture fixture) {
        this.fixture = fixture;
    }

    private void confirm(String token, String password) {
        fixture.service().passwords().confirm(token, password);
    }

    @Test
    void the_right_password_is_confirmed_and_nothing_changes() {
        User before = fixture.registered("ana");
        String token = fixture.login("ana");
        String other = fixture.login("ana");
        int verifications = fixture.hasher().verifications();

        confirm(token, PASSWORD);

        assertThat(fixture.hasher().verifications()).isEqualTo(verifications + 1);
        assertThat(fixture.service().me(token).username()).isEqualTo(before.username());
        assertThat(fixture.isLive(other)).isTrue();
        assertThat(fixture.mail().deliver()).isEmpty();
    }

    @Test
    void another_password_is_not() {
        String token = fixture.token("ana");
        fixture.registered("bob");

        assertThat(violations(() -> confirm(token, "wrong"))).containsExactly("current_password: invalid");
        assertThat(violations(() -> confirm(token, PASSWORD + " "))).containsExactly("current_password: invalid");
        assertThat(violations(() -> confirm(token, " "))).containsExactly("current_password: blank");
        assertThat(violations(() -> fixture.service().passwords().confirm(token, null)))
                .containsExactly("current_password: required");

        assertThat(fixture.isLive(token)).isTrue();
    }

    @Test
    void nobody_confirms_with_a_token_that_ended() {
        String token = fixture.token("ana");
        fixture.service().logout(token);
        int verifications = fixture.hasher().verifications();

        assertThat(Refusals.reason(() -> confirm(token, PASSWORD))).isEqualTo(TOKEN_INVALID);
        assertThat(Refusals.reason(() -> confirm("", PASSWORD))).isEqualTo(TOKEN_MISSING);

        assertThat(fixture.hasher().verifications()).isEqualTo(verifications);
    }
}
