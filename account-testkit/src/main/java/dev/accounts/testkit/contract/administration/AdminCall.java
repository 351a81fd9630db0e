package dev.accounts.testkit.contract.administration;

import dev.accounts.model.ProfileChange;
import dev.accounts.service.AccountAdministration;
import dev.accounts.service.TownAdministration;
import dev.accounts.testkit.internal.AccountsFixture;
import java.util.List;
import java.util.Set;

/**
 * A call of the administration, and the permission it needs.
 *
 * @param name the name of the call
 * @param permission the permission that lets staff make the call; empty if only a superuser may
 * @param call makes the call
 */
record AdminCall(String name, String permission, Call call) {

    /** Acts on an account. */
    @FunctionalInterface
    interface Call {
        void by(AccountsFixture fixture, long actorId, long userId);
    }

    /** The calls about one account. */
    static final List<AdminCall> OF_USERS = List.of(
            new AdminCall(
                    "deactivate",
                    AccountAdministration.CHANGE_USER,
                    (fixture, actor, user) -> fixture.administration().setActive(actor, user, false)),
            new AdminCall(
                    "start a reset",
                    AccountAdministration.CHANGE_USER,
                    (fixture, actor, user) -> fixture.administration().startPasswordReset(actor, user)),
            new AdminCall(
                    "end sessions",
                    AccountAdministration.CHANGE_USER,
                    (fixture, actor, user) -> fixture.administration().endSessions(actor, user)),
            new AdminCall(
                    "change the profile",
                    AccountAdministration.CHANGE_USER,
                    (fixture, actor, user) -> fixture.administration()
                            .changeProfile(actor, user, ProfileChange.none().daysCount(7), null)),
            new AdminCall(
                    "change the address",
                    "",
                    (fixture, actor, user) -> fixture.administration()
                            .changeProfile(actor, user, ProfileChange.none(), fixture.email("other"))),
            new AdminCall(
                    "delete",
                    AccountAdministration.DELETE_USER,
                    (fixture, actor, user) -> fixture.administration().delete(actor, user)),
            new AdminCall(
                    "make staff",
                    "",
                    (fixture, actor, user) -> fixture.administration().setStaff(actor, user, true)),
            new AdminCall(
                    "make superuser",
                    "",
                    (fixture, actor, user) -> fixture.administration().setSuperuser(actor, user, true)),
            new AdminCall(
                    "set groups",
                    "",
                    (fixture, actor, user) -> fixture.administration().setGroups(actor, user, Set.of())),
            new AdminCall(
                    "set permissions",
                    "",
                    (fixture, actor, user) -> fixture.administration().setPermissions(actor, user, Set.of())));

    /** The calls about no account. */
    static final List<AdminCall> OF_NO_USER = List.of(
            new AdminCall(
                    "create",
                    AccountAdministration.ADD_USER,
                    (fixture, actor, user) ->
                            fixture.administration().create(actor, fixture.unique("new"), fixture.email("new"))),
            new AdminCall(
                    "rename a town",
                    TownAdministration.CHANGE_TOWN,
                    (fixture, actor, user) -> fixture.administration().towns().rename(actor, 0, "Perm")),
            new AdminCall(
                    "delete a town",
                    TownAdministration.DELETE_TOWN,
                    (fixture, actor, user) -> fixture.administration().towns().delete(actor, 0)),
            new AdminCall(
                    "replace a town",
                    TownAdministration.DELETE_TOWN,
                    (fixture, actor, user) -> fixture.administration().towns().replace(actor, 0, 1)),
            new AdminCall(
                    "end all sessions",
                    "",
                    (fixture, actor, user) -> fixture.administration().endAllSessions(actor, 1000)),
            new AdminCall(
                    "ensure group",
                    "",
                    (fixture, actor, user) ->
                            fixture.administration().roles().ensureGroup(actor, fixture.unique("group"))),
            new AdminCall(
                    "ensure permission",
                    "",
                    (fixture, actor, user) ->
                            fixture.administration().roles().ensurePermission(actor, fixture.unique("permission"))),
            new AdminCall(
                    "delete group",
                    "",
                    (fixture, actor, user) -> fixture.administration().roles().deleteGroup(actor, Long.MAX_VALUE)),
            new AdminCall(
                    "set permissions of group",
                    "",
                    (fixture, actor, user) ->
                            fixture.administration().roles().setPermissions(actor, Long.MAX_VALUE, Set.of())));
}
