package dev.accounts.jpa.django;

import dev.accounts.jpa.internal.django.DjangoPermission;
import dev.accounts.jpa.internal.django.UserModel;
import dev.accounts.service.AccountAdministration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Knows which permissions of Django correspond to rights of this library.
 *
 * @param userModel the user model; empty if it is not clear which it is
 */
record LibraryRights(Optional<UserModel> userModel) {

    /** What the flag {@code is_staff} alone allows over Djoser, and not here. */
    static final List<String> OF_STAFF = List.of(AccountAdministration.CHANGE_USER, AccountAdministration.DELETE_USER);

    private static final Map<String, String> BY_ACTION = Map.of(
            "add", AccountAdministration.ADD_USER,
            "change", AccountAdministration.CHANGE_USER,
            "delete", AccountAdministration.DELETE_USER,
            "view", "accounts.view_user");

    /** Models that are parts of accounts, which only superusers or owners manage here. */
    private static final Set<String> WITHOUT_COUNTERPART = Set.of(
            "auth.group",
            "auth.permission",
            "auth.user",
            "authtoken.token",
            "authtoken.tokenproxy",
            "knox.authtoken",
            "account.emailaddress",
            "account.emailconfirmation");

    /** Returns the right that a permission becomes; empty if it is about something else. */
    Optional<String> of(DjangoPermission permission) {
        return userModel
                .filter(model -> model.isSubjectOf(permission))
                .flatMap(model -> BY_ACTION.keySet().stream()
                        .filter(action -> permission.codename().equals(action + "_" + model.name()))
                        .findFirst())
                .map(BY_ACTION::get);
    }

    String codeOf(DjangoPermission permission) {
        return of(permission).orElseGet(permission::code);
    }

    /** Returns whether a permission about something else would become a right of this library by its name alone. */
    boolean isUsurped(DjangoPermission permission) {
        return of(permission).isEmpty() && BY_ACTION.containsValue(permission.code());
    }

    boolean lacksCounterpart(DjangoPermission permission) {
        return of(permission).isEmpty() && WITHOUT_COUNTERPART.contains(permission.app() + "." + permission.model());
    }
}
