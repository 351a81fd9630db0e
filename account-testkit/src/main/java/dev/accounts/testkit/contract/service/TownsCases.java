package dev.accounts.testkit.contract.service;

import static dev.accounts.testkit.internal.Refusals.violations;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.accounts.model.Town;
import dev.accounts.service.Towns;
import dev.accounts.testkit.internal.AccountsFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

abstract class TownsCases {

    private final AccountsFixture fixture;

    TownsCases(AccountsFixture fixture) {
        this.fixture = fixture;
    }

    private Towns towns() {
        return fixture.service().towns();
    }

    @Test
    void creates_a_town_that_can_be_found_listed_and_followed() {
        Town perm = towns().create("Perm", "Russia", 56.316666, 58.0);

        assertThat(towns().find(perm.id())).contains(perm);
        assertThat(towns().list(perm.id() - 1, 1)).containsExactly(perm);
        assertThat(fixture.service()
                        .register(fixture.registration("ana").towns(perm.id()))
                        .towns())
                .containsExactly(perm.id());
    }

    @Test
    void takes_the_bounds_of_the_globe_and_nothing_beyond() {
        assertThat(towns().create("North", "-", 180, 90).latitude()).isEqualTo(90);
        assertThat(towns().create("South", "-", -180, -90).longitude()).isEqualTo(-180);
        assertThat(violations(() -> towns().create("East", "-", Math.nextUp(180.0), Math.nextUp(90.0))))
                .containsExactly("longitude: too_large", "latitude: too_large");
        assertThat(violations(() -> towns().create("West", "-", Double.NEGATIVE_INFINITY, -91)))
                .containsExactly("longitude: too_small", "latitude: too_small");
        assertThat(violations(() -> towns().create("Nowhere", "-", Double.NaN, Double.NaN)))
                .containsExactly("longitude: invalid", "latitude: invalid");
    }

    @Test
    void tells_everything_that_is_wrong_in_the_order_of_the_fields() {
        assertThat(violations(() -> towns().create(null, " ", 181, -91)))
                .containsExactly("name: required", "country: blank", "longitude: too_large", "latitude: too_small");
    }

    @Test
    void removes_white_space_around_names() {
        Town perm = towns().create(" Perm\t", "\u3000Russia ", 56.316666, 58.0);

        assertThat(perm.name()).isEqualTo("Perm");
        assertThat(perm.country()).isEqualTo("Russia");
    }

    @Test
    void takes_names_of_200_characters_of_any_width() {
        String wide = "\uD840\uDC00";

        assertThat(towns().create(wide.repeat(200), "-", 0, 0).name()).isEqualTo(wide.repeat(200));
        assertThat(violations(() -> towns().create(wide.repeat(201), wide.repeat(201), 0, 0)))
                .containsExactly("name: too_long", "country: too_long");
    }

    @Test
    void refuses_names_that_are_no_text() {
        assertThat(violations(() -> towns().create("a\nb", "a\u0000b", 0, 0)))
                .containsExactly("name: invalid", "country: null_characters");
        assertThat(violations(() -> towns().create("\uD800", "-", 0, 0))).containsExactly("name: malformed_unicode");
    }

    @Test
    void finds_none_by_an_unknown_id() {
        assertThat(towns().find(Long.MAX_VALUE)).isEmpty();
        assertThat(towns().find(0)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, Towns.MAX_PAGE + 1, Integer.MAX_VALUE, Integer.MIN_VALUE})
    void lists_no_page_out_of_bounds(int limit) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> towns().list(0, limit))
                .withMessageContaining("limit");
    }

    @Test
    void lists_pages_from_one_to_the_largest() {
        Town perm = towns().create("Perm", "Russia", 56.316666, 58.0);
        Town moscow = towns().create("Moscow", "Russia", 37.618423, 55.751244);

        assertThat(towns().list(perm.id() - 1, 1)).containsExactly(perm);
        assertThat(towns().list(perm.id() - 1, Towns.MAX_PAGE)).containsExactly(perm, moscow);
    }
}
