package dev.accounts.internal.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import dev.accounts.internal.text.AccountNames.Name;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccountNamesTest {

    @Test
    void a_username_is_kept_as_a_registration_would_keep_it() {
        assertThat(AccountNames.username(" \uFB01Ona ")).contains(new Name("fiOna", "fiona"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "two words", "nul\0", "\uFDFA", "\u3164"})
    void a_username_that_nobody_can_register_is_none(String given) {
        assertThat(AccountNames.username(given)).isEmpty();
    }

    @Test
    void an_address_is_kept_as_a_registration_would_keep_it() {
        assertThat(AccountNames.email(" Bob@B\u00DCCHER.example"))
                .contains(new Name("Bob@b\u00FCcher.example", "bob@xn--bcher-kva.example"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "bob", "bob@", "a b@example.com"})
    void what_is_blank_or_no_address_is_none(String given) {
        assertThat(AccountNames.email(given)).isEmpty();
    }

    @Test
    void names_are_not_null() {
        assertThatNullPointerException().isThrownBy(() -> AccountNames.username(null));
        assertThatNullPointerException().isThrownBy(() -> AccountNames.email(null));
        assertThatNullPointerException().isThrownBy(() -> new Name(null, ""));
        assertThatNullPointerException().isThrownBy(() -> new Name("", null));
    }
}
