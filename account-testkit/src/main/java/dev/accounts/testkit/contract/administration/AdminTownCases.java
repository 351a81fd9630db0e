package dev.accounts.testkit.contract.administration;

import static dev.accounts.service.TownAdministration.CHANGE_TOWN;
import static dev.accounts.service.TownAdministration.DELETE_TOWN;
import static dev.accounts.testkit.internal.Refusals.violations;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.accounts.model.InvalidInputException;
import dev.accounts.model.ProfileChange;
import dev.accounts.model.Town;
import dev.accounts.model.User;
import dev.accounts.service.TownAdministration;
import dev.accounts.service.Towns;
import dev.accounts.testkit.internal.AccountsFixture;
import dev.accounts.testkit.internal.Race;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Staff find, rename and delete towns. */
abstract class AdminTownCases {

    private final AccountsFixture fixture;

    AdminTownCases(AccountsFixture fixture) {
        this.fixture = fixture;
    }

    private TownAdministration towns() {
        return fixture.administration().towns();
    }

    private Town town(String name) {
        return fixture.service().towns().create(fixture.unique(name), "Russia", 56.3, 58.0);
    }

    private User follower(String name, Town... towns) {
        return fixture.service()
                .register(fixture.registration(name)
                        .towns(Stream.of(towns).map(Town::id).toList()));
    }

    private String nameOf(Town town) {
        return fixture.service().towns().find(town.id()).orElseThrow().name();
    }

    @Test
    void finds_towns_by_the_beginning_of_their_name_page_by_page() {
        long staff = fixture.staff().member("sue");
        String mine = fixture.unique("x");
        Town one = fixture.service().towns().create(mine + "_a%", "Russia", 0, 0);
        Town two = fixture.service().towns().create(mine + "_b", "Russia", 0, 0);

        assertThat(towns().search(staff, mine, 0, 1)).containsExactly(one);
        assertThat(towns().search(staff, mine, one.id(), 10)).containsExactly(two);
        assertThat(towns().search(staff, mine + "_a%", 0, 10)).containsExactly(one);
        assertThat(towns().search(staff, mine + "%", 0, 10)).isEmpty();
        assertThat(towns().search(staff, mine + "__", 0, 10)).isEmpty();
        assertThat(towns().search(staff, "", one.id() - 1, 1)).containsExactly(one);
    }

    @Test
    void finds_none_by_a_text_that_cannot_be_in_a_name() {
        long staff = fixture.staff().member("sue");
        town("Perm");

        for (String text : List.of("\0", "\uD800", "a".repeat(201), "a".repeat(1_000_000), "' or '1' = '1")) {
            assertThat(towns().search(staff, text, 0, 10)).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, Towns.MAX_PAGE + 1})
    void finds_no_page_out_of_bounds(int limit) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> towns().search(fixture.root(), "", 0, limit))
                .withMessageContaining("limit");
    }

    @Test
    void staff_with_the_permission_rename_a_town() {
        long staff = fixture.staff().member("sue", CHANGE_TOWN);
        Town perm = town("Perm");
        User ana = follower("ana", perm);

        towns().rename(staff, perm.id(), " " + fixture.unique("Molotov") + "\t");

        assertThat(nameOf(perm)).isEqualTo(fixture.unique("Molotov"));
        assertThat(fixture.user(ana.id()).towns()).containsExactly(perm.id());
    }

    @Test
    void renames_no_town_to_a_name_that_another_of_its_country_has() {
        Town perm = town("Perm");
        Town moscow = town("Moscow");
        long root = fixture.root();

        assertThat(violations(() -> towns().rename(root, perm.id(), moscow.name())))
                .containsExactly("name: taken");
        assertThat(nameOf(perm)).isEqualTo(perm.name());
        towns().rename(root, perm.id(), perm.name());
    }

    @Test
    void judges_a_new_name_as_that_of_a_new_town() {
        Town perm = town("Perm");
        long root = fixture.root();

        assertThat(violations(() -> towns().rename(root, perm.id(), null))).containsExactly("name: required");
        assertThat(violations(() -> towns().rename(root, perm.id(), " "))).containsExactly("name: blank");
        assertThat(violations(() -> towns().rename(root, perm.id(), "a".repeat(201))))
                .containsExactly("name: too_long");
        assertThat(violations(() -> towns().rename(root, perm.id(), "a\nb"))).containsExactly("name: invalid");
        assertThat(violations(() -> towns().rename(root, Long.MAX_VALUE, fixture.unique("New"))))
                .containsExactly("town: not_found");
    }

    @Test
    void of_many_renamings_to_one_name_at_once_exactly_one_is_made() {
        long root = fixture.root();
        List<Town> towns = Stream.of("a", "b", "c", "d", "e", "f", "g", "h")
                .map(this::town)
                .toList();

        List<Boolean> made = Race.of(8, i -> {
            try {
                towns().rename(root, towns.get(i).id(), fixture.unique("Wanted"));
                return true;
            } catch (InvalidInputException taken) {
                return false;
            }
        });

        assertThat(made).containsOnlyOnce(true);
        assertThat(towns().search(root, fixture.unique("Wanted"), 0, 10)).hasSize(1);
    }

    @Test
    void staff_with_the_permission_delete_a_town_that_no_user_follows() {
        long staff = fixture.staff().member("sue", DELETE_TOWN);
        Town perm = town("Perm");
        User ana = follower("ana", perm);

        assertThat(violations(() -> towns().delete(staff, perm.id()))).containsExactly("town: followed");
        assertThat(fixture.user(ana.id()).towns()).containsExactly(perm.id());
        fixture.administration()
                .changeProfile(fixture.root(), ana.id(), ProfileChange.none().towns(List.of()), null);

        assertThat(towns().delete(staff, perm.id())).isTrue();
        assertThat(fixture.service().towns().find(perm.id())).isEmpty();
        assertThat(towns().delete(staff, perm.id())).isFalse();
    }

    @Test
    void staff_with_the_permission_replace_a_town_by_another() {
        long staff = fixture.staff().member("sue", DELETE_TOWN);
        Town perm = town("Perm");
        Town moscow = town("Moscow");
        User ana = follower("ana", perm);
        User both = follower("both", perm, moscow);

        assertThat(violations(() -> towns().replace(staff, perm.id(), Long.MAX_VALUE)))
                .containsExactly("replacement: not_found");
        assertThat(violations(() -> towns().replace(staff, perm.id(), perm.id())))
                .containsExactly("replacement: invalid");
        assertThat(fixture.user(ana.id()).towns()).containsExactly(perm.id());

        assertThat(towns().replace(staff, perm.id(), moscow.id())).isTrue();
        assertThat(fixture.user(ana.id()).towns()).containsExactly(moscow.id());
        assertThat(fixture.user(both.id()).towns()).containsExactly(moscow.id());
        assertThat(fixture.service().towns().find(perm.id())).isEmpty();
        assertThat(towns().replace(staff, perm.id(), moscow.id())).isFalse();
    }
}
