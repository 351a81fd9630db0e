package dev.accounts.testkit.contract.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accounts.model.Group;
import dev.accounts.model.Permission;
import dev.accounts.spi.RoleStore;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

abstract class RoleEnsureCases {

    private final StoreFixture fixture;

    RoleEnsureCases(StoreFixture fixture) {
        this.fixture = fixture;
    }

    private RoleStore roles() {
        return fixture.stores().roles();
    }

    @Test
    void creates_a_group_once() {
        Group editors = roles().ensureGroup(fixture.unique("editors"));

        assertThat(editors.id()).isPositive();
        assertThat(editors.name()).isEqualTo(fixture.unique("editors"));
        assertThat(roles().ensureGroup(fixture.unique("editors"))).isEqualTo(editors);
        assertThat(roles().ensureGroup(fixture.unique("readers")).id()).isNotEqualTo(editors.id());
    }

    @Test
    void creates_a_permission_once() {
        Permission edit = roles().ensurePermission(fixture.unique("edit"));

        assertThat(edit.id()).isPositive();
        assertThat(edit.code()).isEqualTo(fixture.unique("edit"));
        assertThat(roles().ensurePermission(fixture.unique("edit"))).isEqualTo(edit);
        assertThat(roles().ensurePermission(fixture.unique("read")).id()).isNotEqualTo(edit.id());
    }

    @Test
    void lists_all_groups_and_permissions_in_ascending_order_of_ids() {
        List<Group> groups = Stream.of("c", "a", "b")
                .map(name -> roles().ensureGroup(fixture.unique(name)))
                .toList();
        List<Permission> permissions = Stream.of("c", "a", "b")
                .map(code -> roles().ensurePermission(fixture.unique(code)))
                .toList();

        assertThat(roles().roles().groups().keySet()).containsAll(groups);
        assertThat(roles().roles().groups().keySet().stream().map(Group::id).toList())
                .isSorted();
        assertThat(roles().roles().groups()).containsEntry(groups.get(0), List.of());
        assertThat(roles().roles().permissions()).containsAll(permissions);
        assertThat(roles().roles().permissions().stream().map(Permission::id).toList())
                .isSorted();
    }

    @ParameterizedTest
    @FieldSource("dev.accounts.testkit.contract.store.UserKeyCases#PAIRS")
    void compares_names_and_codes_exactly(List<String> pair) {
        String one = pair.get(0) + fixture.unique("") + pair.get(0);
        String other = pair.get(1) + fixture.unique("") + pair.get(1);

        assertThat(roles().ensureGroup(one).name()).isEqualTo(one);
        assertThat(roles().ensureGroup(other).name()).isEqualTo(other);
        assertThat(roles().ensurePermission(one).code()).isEqualTo(one);
        assertThat(roles().ensurePermission(other).code()).isEqualTo(other);
    }

    /** Letters of four bytes each. */
    @Test
    void keeps_the_longest_name_and_code() {
        String ending = fixture.unique("");
        String name = "\uD840\uDC00".repeat(150 - ending.length()) + ending;
        String code = "\uD840\uDC00".repeat(200 - ending.length()) + ending;

        assertThat(roles().ensureGroup(name)).isEqualTo(roles().ensureGroup(name));
        assertThat(roles().ensurePermission(code)).isEqualTo(roles().ensurePermission(code));
        assertThat(roles().roles().groups().keySet()).extracting(Group::name).contains(name);
        assertThat(roles().roles().permissions()).extracting(Permission::code).contains(code);
    }
}
