package dev.accounts.testkit.contract.service;

import static dev.accounts.testkit.internal.AccountsFixture.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.accounts.model.Registration;
import dev.accounts.model.User;
import dev.accounts.testkit.internal.AccountsFixture;
import dev.accounts.testkit.internal.Refusals;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which usernames and addresses count as equal. */
abstract class RegisterIdentityCases {

    private final AccountsFixture fixture;

    RegisterIdentityCases(AccountsFixture fixture) {
        this.fixture = fixture;
    }

    private User register(String username, String email) {
        return fixture.service().register(Registration.of(username, PASSWORD).email(email));
    }

    private List<String> violations(String username, String email) {
        return Refusals.violations(
                fixture.service(), Registration.of(username, PASSWORD).email(email));
    }

    @ParameterizedTest
    @ValueSource(strings = {"fiona", "FIONA", "Fiona", "ﬁona", "ＦＩＯＮＡ", " fiona", "\u2003fiona"})
    void one_username_in_any_case_and_unicode_form(String variant) {
        register(fixture.unique("Fiona"), "");

        assertThat(violations(fixture.unique(variant), "")).containsExactly("username: taken");
        assertThat(fixture.service().isRegistered(fixture.unique(variant))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Fióna", "fıona", "FİONA", "fiona.", "f_iona", "ﬁo.na", "fіona"})
    void another_username_that_only_looks_alike(String other) {
        long fiona = register(fixture.unique("fiona"), "").id();

        assertThat(fixture.service().isRegistered(fixture.unique(other))).isFalse();
        assertThat(register(fixture.unique(other), "").id()).isNotEqualTo(fiona);
        assertThat(fixture.service()
                        .login(fixture.unique("fiona"), PASSWORD)
                        .token()
                        .userId())
                .isEqualTo(fiona);
    }

    @Test
    void eszett_is_not_two_letters() {
        register(fixture.unique("strasse"), "");

        assertThat(register(fixture.unique("straße"), "").username()).isEqualTo(fixture.unique("straße"));
    }

    @Test
    void keeps_the_display_form_of_a_username() {
        assertThat(register(" " + fixture.unique("Ａna Ⅸ".replace(" ", "")) + "\t", "")
                        .username())
                .isEqualTo(fixture.unique("AnaIX"));
    }

    @Test
    void takes_usernames_of_150_letters_of_four_bytes() {
        String longest = fixture.unique("").substring(1);
        String username = "\uD840\uDC00".repeat(150 - longest.length()) + longest;

        register(username, "");

        assertThat(fixture.service().login(username, PASSWORD).value()).isNotEmpty();
    }

    @Test
    void takes_usernames_that_grow_when_their_case_is_removed() {
        String ending = fixture.unique("");
        String username = "İ".repeat(150 - ending.length()) + ending;

        register(username, "");

        assertThat(violations(username, "")).containsExactly("username: taken");
        assertThat(fixture.service().login(username, PASSWORD).value()).isNotEmpty();
    }

    @Test
    void one_address_in_any_case() {
        register(fixture.unique("ana"), fixture.unique("Ana") + "@Example.ORG");

        assertThat(List.of(fixture.email("ana"), fixture.email("ANA"), " " + fixture.email("ana") + " "))
                .allSatisfy(email ->
                        assertThat(violations(fixture.unique("bob"), email)).containsExactly("email: taken"));
    }

    @Test
    void one_address_with_a_domain_in_either_spelling() {
        register(fixture.unique("ana"), fixture.unique("ana") + "@bücher.example");

        assertThat(violations(fixture.unique("bob"), fixture.unique("ana") + "@xn--bcher-kva.example"))
                .containsExactly("email: taken");
    }

    @Test
    void keeps_the_address_with_a_lower_case_domain() {
        assertThat(register(fixture.unique("ana"), fixture.unique("Ana") + "@Example.ORG")
                        .email())
                .isEqualTo(fixture.unique("Ana") + "@example.org");
    }

    /** The rules of the service accept or refuse it, not the width of a column. */
    @Test
    void judges_the_longest_addresses_by_rule() {
        String local = fixture.unique("a");
        String international = local + "@" + "ü.".repeat((250 - local.length()) / 2) + "de";
        String label = "a".repeat(60) + ".";
        String plain = local + "@" + label.repeat(3) + "org";

        assertThat(register(fixture.unique("ana"), plain).email()).isEqualTo(plain);
        assertThat(RegisterCases.outcome(
                        fixture,
                        Registration.of(fixture.unique("bob"), PASSWORD).email(international)))
                .isIn("stored", "[email: invalid]", "[email: too_long]");
    }
}
