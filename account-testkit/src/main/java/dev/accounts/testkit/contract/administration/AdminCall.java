package dev.accounts.testkit.contract.administration;

import dev.accounts.service.AccountAdministration;
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
