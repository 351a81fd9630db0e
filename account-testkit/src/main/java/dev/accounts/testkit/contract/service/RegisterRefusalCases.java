package dev.accounts.testkit.contract.service;

import static dev.accounts.testkit.internal.AccountsFixture.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.accounts.model.InvalidInputException;
import dev.accounts.model.Registration;
import dev.accounts.model.Violation;
import dev.accounts.testkit.internal.AccountsFixture;
import dev.accounts.testkit.internal.Refusals;
import java.util.List;
import org.junit.jupiter.api.Test;

abstract class RegisterRefusalCases {

    private static final long UNKNOWN = Long.MAX_VALUE - 1;

    private final AccountsFixture fixture;

    RegisterRefusalCases(AccountsFixture fixture) {
        this.fixture = fixture;
    }

    private Registration named(String username) {
        return Registration.of(username, PASSWORD);
    }

    private Registration with(String password) {
        return Registration.of(fixture.unique("ana"), password);
    }

    @Test
    void tells_everything_about_the_form_at_once_in_the_order_of_the_fields() {
        assertThat(Refusals.violations(
                        fixture.service(),
                        Registration.of("no name!", null).email("no address").towns(UNKNOWN)))
                .containsExactly("email: invalid", "username: invalid", "password: required", "towns: not_found");
    }

    @Test
    void tells_taken_names_and_unknown_towns_together_with_the_form() {
        fixture.registered("ana");

        assertThat(Refusals.violations(
                        fixture.service(),
                        Registration.of(fixture.unique("ana"), "")
                                .email(fixture.email("ana"))
                                .towns(UNKNOWN)))
                .containsExactly("email: taken", "username: taken", "password: blank", "towns: not_found");
    }

    @Test
    void judges_the_password_only_once_nothing_else_is_wrong() {
        fixture.registered("ana");

        assertThat(Refusals.violations(fixture.service(), with("1234567"))).containsExactly("username: taken");
        assertThat(Refusals.violations(
                        fixture.service(), named(fixture.unique("bob")).email("no address")))
                .containsExactly("email: invalid");
        assertThat(Refusals.violations(fixture.service(), Registration.of(fixture.unique("bob"), "1234567")))
                .containsExactly("password: too_short", "password: too_common", "password: entirely_numeric");
    }

    @Test
    void refuses_a_password_like_the_name_or_the_address() {
        assertThat(Refusals.violations(fixture.service(), with(fixture.unique("ana") + "1")))
                .containsExactly("password: too_similar");
        assertThat(Refusals.violations(fixture.service(), with("wonderland-9").email("wonderland-9@example.org")))
                .containsExactly("password: too_similar");
    }

    @Test
    void names_each_unknown_town_once_in_the_order_in_which_they_were_asked_for() {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() ->
                        fixture.service().register(fixture.registration("ana").towns(UNKNOWN, -7, UNKNOWN)))
                .satisfies(refusal -> assertThat(refusal.violations())
                        .extracting(Violation::message)
                        .containsExactly(
                                "Invalid pk \"" + UNKNOWN + "\" - object does not exist.",
                                "Invalid pk \"-7\" - object does not exist."));
    }

    @Test
    void measures_in_characters_of_any_width() {
        String wide = "\uD840\uDC00";

        assertThat(Refusals.violations(fixture.service(), with(wide.repeat(7)))).containsExactly("password: too_short");
        assertThat(Refusals.violations(fixture.service(), with(wide.repeat(4097))))
                .containsExactly("password: too_long");
        assertThat(Refusals.violations(fixture.service(), named(wide.repeat(151))))
                .containsExactly("username: too_long");
    }

    @Test
    void refuses_what_is_no_text() {
        assertThat(Refusals.violations(fixture.service(), Registration.of(null, PASSWORD)))
                .containsExactly("username: required");
        assertThat(Refusals.violations(fixture.service(), named(" \u3000"))).containsExactly("username: blank");
        assertThat(Refusals.violations(fixture.service(), with("nul\0nul\0nul")))
                .containsExactly("password: null_characters");
        assertThat(Refusals.violations(fixture.service(), with("half a letter \uD83D")))
                .containsExactly("password: malformed_unicode");
    }

    @Test
    void survives_texts_of_any_length() {
        String endless = "ﷺ".repeat(1_000_000);

        assertThat(Refusals.violations(
                        fixture.service(), Registration.of(endless, endless).email(endless)))
                .contains("email: too_long", "username: too_long", "password: too_long");
    }

    @Test
    void stores_nothing() {
        fixture.registered("bob");
        List.of(
                        with("short").email(fixture.email("ana")),
                        fixture.registration("ana").towns(UNKNOWN),
                        fixture.registration("ana").email(fixture.email("bob")),
                        named(fixture.unique("bob")).email(fixture.email("ana")))
                .forEach(registration -> Refusals.violations(fixture.service(), registration));

        assertThat(fixture.registered("ana").email()).isEqualTo(fixture.email("ana"));
    }

    @Test
    void never_repeats_the_password() {
        String secret = "seven-7";

        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> fixture.service().register(with(secret)))
                .satisfies(refusal ->
                        assertThat(refusal + refusal.violations().toString()).doesNotContain(secret));
    }
}
