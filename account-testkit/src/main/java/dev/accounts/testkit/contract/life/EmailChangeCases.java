package dev.accounts.testkit.contract.life;

import static dev.accounts.model.AccountMessage.Kind.EMAIL_CHANGED;
import static dev.accounts.testkit.internal.AccountsFixture.NEW_PASSWORD;
import static dev.accounts.testkit.internal.AccountsFixture.PASSWORD;
import static dev.accounts.testkit.internal.Refusals.violations;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.accounts.model.NotAuthenticatedException;
import dev.accounts.model.OneTimeToken;
import dev.accounts.testkit.internal.AccountsFixture;
import dev.accounts.testkit.internal.Mail;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Changes of the address where no verification is required: they take effect at once. */
abstract class EmailChangeCases {

    private final AccountsFixture fixture;

    EmailChangeCases(AccountsFixture fixture) {
        this.fixture = fixture;
    }

    private void change(String token, @Nullable String email) {
        fixture.service().emails().change(token, PASSWORD, email);
    }

    private String emailOf(String token) {
        return fixture.service().me(token).email();
    }

    @Test
    void takes_effect_at_once_and_the_former_address_is_told() {
        String token = fixture.token("ana");
        String other = fixture.login("ana");

        change(token, " " + fixture.email("new") + " ");

        assertThat(emailOf(token)).isEqualTo(fixture.email("new"));
        assertThat(Mail.lines(fixture.mail().deliver()))
                .containsExactly(fixture.mail().line(EMAIL_CHANGED, "ana"));
        assertThat(fixture.isLive(other)).isTrue();
    }

    @Test
    void frees_the_former_address() {
        change(fixture.token("ana"), fixture.email("new"));

        String bobs = fixture.token("bob");
        change(bobs, fixture.email("ana"));

        assertThat(emailOf(bobs)).isEqualTo(fixture.email("ana"));
    }

    @Test
    void resets_are_mailed_to_the_new_address_only() {
        change(fixture.token("ana"), fixture.email("new"));
        fixture.mail().deliver();

        fixture.service().passwords().requestReset(fixture.email("ana"));
        assertThat(fixture.mail().deliver()).isEmpty();

        fixture.mail().reset(fixture.mail().resetLink("new"), NEW_PASSWORD);
        assertThat(fixture.canLogIn(fixture.unique("ana"), NEW_PASSWORD)).isTrue();
    }

    @Test
    void a_reset_that_waits_for_its_delivery_does_not_go_out_any_more() {
        String token = fixture.token("ana");
        fixture.service().passwords().requestReset(fixture.email("ana"));

        change(token, fixture.email("new"));

        assertThat(Mail.lines(fixture.mail().deliver()))
                .containsExactly(fixture.mail().line(EMAIL_CHANGED, "ana"));
    }

    @Test
    void the_new_address_is_not_verified_and_the_old_link_verifies_nothing() {
        String token = fixture.token("ana");
        OneTimeToken link = fixture.mail().verificationLink("ana");

        change(token, fixture.email("new"));

        assertThat(violations(() -> fixture.mail().confirm(link))).containsExactly("token: invalid");
        fixture.mail().deliver();
        fixture.mail().confirm(fixture.mail().verificationLink("new"));
        assertThat(fixture.service().export(fixture.login("ana")).toString()).contains("email_verified=true");
    }

    @Test
    void an_empty_text_stands_for_no_address() {
        String token = fixture.token("ana");

        change(token, "");

        assertThat(emailOf(token)).isEmpty();
        assertThat(Mail.lines(fixture.mail().deliver()))
                .containsExactly(fixture.mail().line(EMAIL_CHANGED, "ana"));
        change(token, fixture.email("new"));
        assertThat(emailOf(token)).isEqualTo(fixture.email("new"));
        assertThat(fixture.mail().deliver()).isEmpty();
    }

    @Test
    void nothing_happens_if_it_is_the_present_one() {
        String token = fixture.token("ana");
        int before = fixture.hasher().verifications();

        fixture.service().emails().change(token, null, fixture.email("ana"));

        assertThat(fixture.hasher().verifications()).isEqualTo(before);
        assertThat(fixture.mail().deliver()).isEmpty();
    }

    @Test
    void ones_own_address_may_be_written_in_another_case() {
        String token = fixture.token("ana");
        String shouted = fixture.unique("ana").toUpperCase(Locale.ROOT) + "@example.org";

        change(token, shouted);

        assertThat(emailOf(token)).isEqualTo(shouted);
        assertThat(violations(() -> fixture.registered("ana"))).contains("email: taken");
    }

    private String exported(String token) {
        return fixture.service().export(token).toString();
    }

    @Test
    void a_verified_address_stays_verified_in_another_case() {
        fixture.verified("ana");
        String token = fixture.login("ana");

        change(token, fixture.unique("ana").toUpperCase(Locale.ROOT) + "@example.org");
        assertThat(exported(token)).contains("email_verified=true");

        change(token, fixture.email("new"));
        assertThat(exported(token)).contains("email_verified=false");
    }

    @Test
    void an_address_that_was_not_verified_is_not_so_in_another_case() {
        String token = fixture.token("ana");

        change(token, fixture.unique("ana").toUpperCase(Locale.ROOT) + "@example.org");

        assertThat(exported(token)).contains("email_verified=false");
    }

    @Test
    void refuses_what_is_no_address() {
        String token = fixture.token("ana");

        assertThat(violations(() -> change(token, null))).containsExactly("email: required");
        assertThat(violations(() -> change(token, "ana"))).containsExactly("email: invalid");
        assertThat(violations(() -> change(token, "\uD800@example.org"))).contains("email: malformed_unicode");

        assertThat(emailOf(token)).isEqualTo(fixture.email("ana"));
    }

    @Test
    void refuses_an_address_that_is_taken_in_any_case() {
        String token = fixture.token("ana");
        fixture.registered("bob");

        assertThat(violations(() -> change(token, fixture.email("bob").toUpperCase(Locale.ROOT))))
                .containsExactly("email: taken");

        assertThat(emailOf(token)).isEqualTo(fixture.email("ana"));
    }

    @Test
    void asks_for_the_password_once_the_address_is_found_good() {
        String token = fixture.token("ana");
        String wanted = fixture.email("new");

        assertThat(violations(() -> fixture.service().emails().change(token, null, "ana")))
                .containsExactly("email: invalid");
        assertThat(violations(() -> fixture.service().emails().change(token, null, wanted)))
                .containsExactly("current_password: required");
        assertThat(violations(() -> fixture.service().emails().change(token, " ", wanted)))
                .containsExactly("current_password: blank");
        assertThat(violations(() -> fixture.service().emails().change(token, "wrong", wanted)))
                .containsExactly("current_password: invalid");

        assertThat(emailOf(token)).isEqualTo(fixture.email("ana"));
        assertThat(fixture.mail().deliver()).isEmpty();
    }

    @Test
    void asks_for_a_live_token_first() {
        String token = fixture.token("ana");
        fixture.service().logout(token);

        assertThatExceptionOfType(NotAuthenticatedException.class).isThrownBy(() -> change(token, "no address"));
    }
}
