package dev.accounts.testkit.contract.protection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accounts.model.AccountEvent;
import dev.accounts.model.EventContext;
import dev.accounts.model.Group;
import dev.accounts.model.Permission;
import dev.accounts.model.ProfileChange;
import dev.accounts.model.User;
import dev.accounts.model.UserSearch;
import dev.accounts.service.AccountAdministration;
import dev.accounts.testkit.internal.AccountsFixture;
import dev.accounts.testkit.internal.Refusals;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

abstract class StaffEventCases {

    private final AccountsFixture fixture;
    private final EventFixture events;

    StaffEventCases(AccountsFixture fixture) {
        this.fixture = fixture;
        this.events = new EventFixture(fixture);
    }

    @BeforeEach
    void letTimePass() {
        fixture.clock().advance(Duration.ofMinutes(7).plusNanos(1000));
    }

    private AccountAdministration staff() {
        return events.administration();
    }

    @Test
    void create() {
        long root = fixture.root();
        List<User> created = new ArrayList<>();

        assertThat(events.of(() -> created.add(staff().create(root, fixture.unique("ana"), fixture.email("ana")))))
                .hasSize(1);

        assertThat(events.of(() -> created.add(staff().create(root, fixture.unique("ben"), fixture.email("ben")))))
                .containsExactly(new AccountEvent.Plain(
                        AccountEvent.Kind.REGISTERED,
                        events.byStaff(root, created.get(1).id())));
    }

    @Test
    void deactivation_and_reactivation_once_each() {
        long root = fixture.root();
        long ana = fixture.registered("ana").id();

        assertThat(events.of(() -> {
                    staff().setActive(root, ana, true);
                    staff().setActive(root, ana, false);
                    staff().setActive(root, ana, false);
                    staff().setActive(root, ana, true);
                }))
                .containsExactly(
                        new AccountEvent.Plain(AccountEvent.Kind.DEACTIVATED, events.byStaff(root, ana)),
                        new AccountEvent.Plain(AccountEvent.Kind.REACTIVATED, events.byStaff(root, ana)));
    }

    @Test
    void rights_that_were_given_and_taken() {
        long root = fixture.root();
        long ana = fixture.registered("ana").id();
        Group group = staff().roles().ensureGroup(root, fixture.unique("editors"));
        Permission permission = fixture.staff().permission(fixture.unique("edit"));

        List<AccountEvent> heard = events.of(() -> {
            staff().setStaff(root, ana, true);
            staff().setStaff(root, ana, true);
            staff().setSuperuser(root, ana, true);
            staff().setSuperuser(root, ana, false);
            staff().setGroups(root, ana, Set.of(group.id()));
            staff().setPermissions(root, ana, Set.of(permission.id()));
        });

        assertThat(heard)
                .hasSize(5)
                .containsOnly(new AccountEvent.Plain(AccountEvent.Kind.RIGHTS_CHANGED, events.byStaff(root, ana)));
    }

    @Test
    void roles_that_were_created_changed_and_deleted() {
        long root = fixture.root();
        Permission permission = fixture.staff().permission(fixture.unique("edit"));

        List<AccountEvent> heard = events.of(() -> {
            staff().roles().ensurePermission(root, fixture.unique("publish"));
            Group group = staff().roles().ensureGroup(root, fixture.unique("editors"));
            staff().roles().setPermissions(root, group.id(), Set.of(permission.id()));
            staff().roles().deleteGroup(root, group.id());
        });

        assertThat(heard)
                .hasSize(4)
                .containsOnly(new AccountEvent.Plain(AccountEvent.Kind.ROLE_CHANGED, events.ofRoles(root)));
    }

    @Test
    void roles_that_stay_as_they_are_are_not_told() {
        long root = fixture.root();
        Group group = staff().roles().ensureGroup(root, fixture.unique("editors"));
        Permission permission = fixture.staff().permission(fixture.unique("edit"));

        assertThat(events.of(() -> {
                    staff().roles().ensureGroup(root, group.name());
                    staff().roles().ensurePermission(root, permission.code());
                }))
                .isEmpty();
    }

    @Test
    void roles_that_were_not_changed_are_not_told() {
        long root = fixture.root();
        Group group = staff().roles().ensureGroup(root, fixture.unique("editors"));

        assertThat(events.of(() -> {
                    staff().roles().deleteGroup(root, Long.MAX_VALUE);
                    Refusals.violations(() -> staff().roles().setPermissions(root, group.id(), Set.of(Long.MAX_VALUE)));
                    Refusals.violations(() -> staff().setGroups(root, root, Set.of(Long.MAX_VALUE)));
                }))
                .isEmpty();
    }

    @Test
    void profiles_that_were_changed() {
        long root = fixture.root();
        long ana = fixture.registered("ana").id();
        ProfileChange change = ProfileChange.none().firstName(fixture.unique("Ana"));

        assertThat(events.of(() -> {
                    staff().changeProfile(root, ana, change, null);
                    staff().changeProfile(root, ana, change, fixture.email("ana"));
                    staff().changeProfile(root, ana, ProfileChange.none(), fixture.email("new"));
                }))
                .containsExactly(
                        new AccountEvent.Plain(AccountEvent.Kind.PROFILE_CHANGED, events.byStaff(root, ana)),
                        new AccountEvent.Plain(AccountEvent.Kind.EMAIL_CHANGED, events.byStaff(root, ana)));
    }

    @Test
    void towns_that_were_renamed_and_deleted() {
        long root = fixture.root();
        long perm = town("Perm");
        long moscow = town("Moscow");
        long berlin = town("Berlin");

        List<AccountEvent> heard = events.of(() -> {
            staff().towns().rename(root, perm, fixture.unique("Molotov"));
            staff().towns().replace(root, moscow, perm);
            staff().towns().delete(root, berlin);
        });

        assertThat(heard)
                .hasSize(3)
                .containsOnly(new AccountEvent.Plain(AccountEvent.Kind.TOWN_CHANGED, events.ofRoles(root)));
    }

    @Test
    void towns_that_were_not_changed_are_not_told() {
        long root = fixture.root();
        long perm = town("Perm");
        fixture.service().register(fixture.registration("ana").towns(perm));
        fixture.service().towns().create("Elsewhere", "Russia", 0, 0);

        assertThat(events.of(() -> {
                    Refusals.violations(() -> staff().towns().delete(root, perm));
                    Refusals.violations(() -> staff().towns().replace(root, perm, Long.MAX_VALUE));
                    Refusals.violations(() -> staff().towns().rename(root, Long.MAX_VALUE, "Molotov"));
                    staff().towns().delete(root, Long.MAX_VALUE);
                    staff().towns().search(root, "", 0, 1);
                }))
                .isEmpty();
    }

    private long town(String name) {
        return fixture.service()
                .towns()
                .create(fixture.unique(name), "Russia", 0, 0)
                .id();
    }

    @Test
    void start_of_a_reset() {
        long root = fixture.root();
        long ana = fixture.registered("ana").id();

        assertThat(events.of(() -> staff().startPasswordReset(root, ana)))
                .containsExactly(
                        new AccountEvent.Plain(AccountEvent.Kind.PASSWORD_RESET_REQUESTED, events.byStaff(root, ana)));
    }

    @Test
    void end_of_sessions() {
        long root = fixture.root();
        long ana = fixture.registered("ana").id();
        fixture.login("ana");
        fixture.login("ana");

        assertThat(events.of(() -> staff().endSessions(root, ana)))
                .containsExactly(new AccountEvent.SessionsEnded(events.byStaff(root, ana), 2));
    }

    @Test
    void deletion() {
        long root = fixture.root();
        long ana = fixture.registered("ana").id();

        assertThat(events.of(() -> staff().delete(root, ana)))
                .containsExactly(new AccountEvent.Plain(AccountEvent.Kind.DELETED, events.byStaff(root, ana)));
    }

    @Test
    void appointment_by_the_host_itself() {
        long ana = fixture.registered("ana").id();

        assertThat(events.of(() -> fixture.maintenance().appointSuperuser(ana)))
                .containsExactly(new AccountEvent.Plain(AccountEvent.Kind.RIGHTS_CHANGED, byTheHost(ana)));
    }

    @Test
    void appointment_of_somebody_inactive() {
        long ana = fixture.registered("ana").id();
        fixture.deactivate(ana);

        assertThat(events.of(() -> fixture.maintenance().appointSuperuser(ana)))
                .containsExactly(
                        new AccountEvent.Plain(AccountEvent.Kind.REACTIVATED, byTheHost(ana)),
                        new AccountEvent.Plain(AccountEvent.Kind.RIGHTS_CHANGED, byTheHost(ana)));
    }

    private EventContext byTheHost(long userId) {
        return new EventContext(fixture.clock().instant(), Optional.of(userId), Optional.empty(), Optional.empty());
    }

    @Test
    void mere_looking_is_not_told() {
        long root = fixture.root();

        assertThat(events.of(() -> {
                    staff().search(root, UserSearch.all().prefix(fixture.unique("root")));
                    staff().roles().list(root);
                }))
                .isEmpty();
    }
}
