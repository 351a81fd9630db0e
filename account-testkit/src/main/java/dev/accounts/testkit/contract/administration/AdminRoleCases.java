package dev.accounts.testkit.contract.administration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.accounts.model.Group;
import dev.accounts.model.InvalidInputException;
import dev.accounts.model.Permission;
import dev.accounts.model.Roles;
import dev.accounts.model.User;
import dev.accounts.service.AccountAdministration;
import dev.accounts.service.RoleAdministration;
import dev.accounts.testkit.internal.AccountsFixture;
import dev.accounts.testkit.internal.Race;
import dev.accounts.testkit.internal.Refusals;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Staff manage groups and permissions and assign them. */
abstract class AdminRoleCases {

    private static final long NONE = Long.MAX_VALUE;

    private final AccountsFixture fixture;

    AdminRoleCases(AccountsFixture fixture) {
        this.fixture = fixture;
    }

    private AccountAdministration administration() {
        return fixture.administration();
    }

    private RoleAdministration roles() {
        return administration().roles();
    }

    private Group group(String name) {
        return roles().ensureGroup(fixture.root(), fixture.unique(name));
    }

    private Permission permission(String code) {
        return fixture.staff().permission(fixture.unique(code));
    }

    @Test
    void puts_a_user_into_exactly_these_groups() {
        User ana = fixture.registered("ana");
        Group editors = group("editors");
        Group authors = group("authors");

        administration().setGroups(fixture.root(), ana.id(), List.of(authors.id(), editors.id(), authors.id()));
        assertThat(fixture.user(ana.id()).groups()).containsExactly(editors, authors);

        administration().setGroups(fixture.root(), ana.id(), Set.of(authors.id()));
        assertThat(fixture.user(ana.id()).groups()).containsExactly(authors);

        administration().setGroups(fixture.root(), ana.id(), Set.of());
        assertThat(fixture.user(ana.id())).isEqualTo(ana);
    }

    @Test
    void grants_a_user_exactly_these_permissions() {
        User ana = fixture.registered("ana");
        Permission edit = permission("edit");
        Permission publish = permission("publish");

        administration().setPermissions(fixture.root(), ana.id(), List.of(publish.id(), edit.id()));
        assertThat(fixture.user(ana.id()).permissions()).containsExactly(edit, publish);

        administration().setPermissions(fixture.root(), ana.id(), Set.of(publish.id()));
        assertThat(fixture.user(ana.id()).permissions()).containsExactly(publish);
    }

    @Test
    void changes_nothing_for_ids_that_do_not_exist() {
        User ana = fixture.registered("ana");
        Group editors = group("editors");
        Permission edit = permission("edit");
        Permission publish = permission("publish");
        administration().setGroups(fixture.root(), ana.id(), Set.of(editors.id()));
        administration().setPermissions(fixture.root(), ana.id(), Set.of(edit.id()));
        User before = fixture.user(ana.id());
        Set<Long> someUnknown = Set.of(publish.id(), NONE);

        assertThat(Refusals.violations(() -> administration()
                        .setGroups(
                                fixture.root(),
                                ana.id(),
                                Set.of(group("authors").id(), NONE))))
                .containsExactly("groups: not_found");
        assertThat(Refusals.violations(() -> administration().setPermissions(fixture.root(), ana.id(), someUnknown)))
                .containsExactly("user_permissions: not_found");

        assertThat(fixture.user(ana.id())).isEqualTo(before);
    }

    @Test
    void has_one_group_of_a_name_and_one_permission_of_a_code() {
        Group editors = group("editors");
        Permission edit = permission("edit");

        assertThat(group("editors")).isEqualTo(editors);
        assertThat(permission("edit")).isEqualTo(edit);
        assertThat(group("Editors")).isNotEqualTo(editors);
        assertThat(permission("Edit")).isNotEqualTo(edit);
        assertThat(editors.name()).isEqualTo(fixture.unique("editors"));
        assertThat(edit.code()).isEqualTo(fixture.unique("edit"));
    }

    @Test
    void takes_no_text_for_a_name_that_cannot_be_one() {
        assertThat(groupViolations(null)).containsExactly("name: required");
        assertThat(groupViolations(" ")).containsExactly("name: blank");
        assertThat(groupViolations("a".repeat(151))).containsExactly("name: too_long");
        assertThat(groupViolations("a\0")).containsExactly("name: null_characters");
        assertThat(Refusals.violations(() -> roles().ensurePermission(fixture.root(), "a".repeat(201))))
                .containsExactly("name: too_long");
    }

    private List<String> groupViolations(@Nullable String name) {
        return Refusals.violations(() -> roles().ensureGroup(fixture.root(), name));
    }

    @Test
    void lists_every_group_with_what_it_gives_and_every_permission() {
        Group editors = group("editors");
        Group authors = group("authors");
        Permission edit = permission("edit");
        Permission publish = permission("publish");
        roles().setPermissions(fixture.root(), editors.id(), List.of(publish.id(), edit.id()));

        Roles listed = roles().list(fixture.staff().member("sue"));

        assertThat(listed.groups())
                .containsEntry(editors, List.of(edit, publish))
                .containsEntry(authors, List.of());
        assertThat(listed.permissions()).containsSubsequence(edit, publish).doesNotHaveDuplicates();
    }

    @Test
    void leaves_a_group_as_it_is_for_ids_that_do_not_exist() {
        Group editors = group("editors");
        Permission edit = permission("edit");
        Permission publish = permission("publish");
        roles().setPermissions(fixture.root(), editors.id(), Set.of(edit.id()));

        assertThat(Refusals.violations(
                        () -> roles().setPermissions(fixture.root(), editors.id(), Set.of(publish.id(), NONE))))
                .containsExactly("permissions: not_found");
        assertThat(Refusals.violations(() -> roles().setPermissions(fixture.root(), NONE, Set.of(publish.id()))))
                .containsExactly("group: not_found");

        assertThat(roles().list(fixture.root()).groups()).containsEntry(editors, List.of(edit));
    }

    @Test
    void names_the_group_that_does_not_exist_and_not_a_permission() {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> roles().setPermissions(fixture.root(), NONE, Set.of(NONE - 1)))
                .satisfies(refusal -> assertThat(refusal.violations())
                        .singleElement()
                        .satisfies(violation -> assertThat(violation.message()).contains(Long.toString(NONE))));
    }

    @Test
    void deletes_a_group_once_and_takes_it_from_its_members() {
        User ana = fixture.registered("ana");
        Group editors = group("editors");
        administration().setGroups(fixture.root(), ana.id(), Set.of(editors.id()));

        assertThat(roles().deleteGroup(fixture.root(), editors.id())).isTrue();
        assertThat(roles().deleteGroup(fixture.root(), editors.id())).isFalse();

        assertThat(fixture.user(ana.id())).isEqualTo(ana);
        assertThat(roles().list(fixture.root()).groups()).doesNotContainKey(editors);
    }

    @Test
    void gives_one_group_to_all_who_ask_for_its_name_at_once() {
        long root = fixture.root();

        List<Group> groups = Race.of(32, i -> roles().ensureGroup(root, fixture.unique("editors")));
        List<Permission> permissions = Race.of(32, i -> roles().ensurePermission(root, fixture.unique("edit")));

        assertThat(Set.copyOf(groups)).hasSize(1);
        assertThat(Set.copyOf(permissions)).hasSize(1);
    }
}
