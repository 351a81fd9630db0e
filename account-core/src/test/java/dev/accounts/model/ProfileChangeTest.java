package dev.accounts.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class ProfileChangeTest {

    @Test
    void is_put_together_field_by_field() {
        ProfileChange change =
                ProfileChange.none().firstName("Ana").lastName("").daysCount(3).towns(List.of(3L, 1L, 3L));

        assertThat(change)
                .isEqualTo(new ProfileChange(
                        Optional.of("Ana"), Optional.of(""), OptionalInt.of(3), Optional.of(List.of(3L, 1L, 3L))));
    }

    @Test
    void is_empty_only_if_it_names_nothing() {
        assertThat(ProfileChange.none().isEmpty()).isTrue();
        assertThat(List.of(
                        ProfileChange.none().firstName(""),
                        ProfileChange.none().lastName(""),
                        ProfileChange.none().daysCount(0),
                        ProfileChange.none().towns(List.of())))
                .noneMatch(ProfileChange::isEmpty);
    }

    @Test
    void copies_its_list() {
        List<Long> towns = new ArrayList<>(List.of(1L));
        ProfileChange change =
                new ProfileChange(Optional.empty(), Optional.empty(), OptionalInt.empty(), Optional.of(towns));
        towns.clear();

        assertThat(change.towns()).contains(List.of(1L));
    }

    @Test
    void null_is_no_value() {
        assertThatNullPointerException()
                .isThrownBy(() -> ProfileChange.none().firstName(null))
                .withMessage("firstName");
        assertThatNullPointerException()
                .isThrownBy(() -> ProfileChange.none().lastName(null))
                .withMessage("lastName");
        assertThatNullPointerException().isThrownBy(() -> ProfileChange.none().towns(Arrays.asList(1L, null)));
    }
}
