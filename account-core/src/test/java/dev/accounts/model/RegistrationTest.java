package dev.accounts.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class RegistrationTest {

    @Test
    void is_put_together_field_by_field() {
        Registration registration =
                Registration.of("kust2", "secret").email("k@x.org").towns(3, 1, 3);

        assertThat(registration).isEqualTo(new Registration("kust2", "secret", "k@x.org", List.of(3L, 1L, 3L)));
        assertThat(registration.towns(List.of(7L)).towns()).containsExactly(7L);
    }

    @Test
    void never_prints_the_password() {
        assertThat(Registration.of("kust2", "secret").email("k@x.org").towns(1))
                .hasToString("Registration[username=kust2, password=***, email=k@x.org, towns=[1]]");
    }

    @Test
    void copies_its_list() {
        List<Long> towns = new ArrayList<>(List.of(1L));
        Registration registration = new Registration("a", "b", "", towns);
        towns.clear();

        assertThat(registration.towns()).containsExactly(1L);
    }

    @Test
    void null_counts_as_not_given_for_name_and_password_only() {
        assertThat(Registration.of(null, null).username()).isNull();
        assertThatNullPointerException()
                .isThrownBy(() -> Registration.of("a", "b").email(null))
                .withMessage("email");
        assertThatNullPointerException()
                .isThrownBy(() -> Registration.of("a", "b").towns(Arrays.asList(1L, null)));
    }
}
