package dev.accounts.jpa.django;

import dev.accounts.internal.text.AccountNames;
import dev.accounts.internal.text.AccountNames.Name;
import dev.accounts.jpa.internal.django.DjangoUser;
import dev.accounts.jpa.internal.django.StateDigest;
import java.util.Optional;

/**
 * A user of Django, with the names that the account would have.
 *
 * @param user the user as Django stores it
 * @param ownName the name in Django; empty if no account can have it
 * @param name the name to import the user under: the one in Django, unless the host chose another
 * @param email the address; empty if it is missing or invalid
 * @param belongings what belongs to the user in other tables
 */
record ImportCandidate(
        DjangoUser user, Optional<Name> ownName, Optional<Name> name, Optional<Name> email, Belongings belongings) {

    /**
     * What belongs to a user in other tables.
     *
     * @param verified whether allauth has the address, and whether it is verified there
     * @param hasToken whether the user has a token
     * @param links the digest of the groups, permissions and towns
     */
    record Belongings(Optional<Boolean> verified, boolean hasToken, String links) {}

    static ImportCandidate of(DjangoUser user, Belongings belongings, ImportSettings settings) {
        Optional<Name> ownName = AccountNames.username(user.username());
        return new ImportCandidate(
                user,
                ownName,
                settings.rename(user.id()).or(() -> ownName),
                AccountNames.email(user.email()),
                belongings);
    }

    long id() {
        return user.id();
    }

    Optional<String> nameKey() {
        return name.map(Name::key);
    }

    Optional<String> emailKey() {
        return email.map(Name::key);
    }

    /** Returns whether the account that has the id is this user, imported earlier. */
    boolean isKnownAs(String nameKey) {
        return nameKey().filter(nameKey::equals).isPresent()
                || ownName.map(Name::key).filter(nameKey::equals).isPresent();
    }

    /** Returns whether the account looks like one that Djoser has created and its owner has not activated yet. */
    boolean isNeverUsed() {
        boolean ordinary = !user.staff() && !user.superuser();
        boolean loggedIn = user.lastLogin().instant().isPresent() || belongings.hasToken();
        return ordinary && !user.active() && !loggedIn && !belongings.verified().orElse(false);
    }

    /** Returns a digest of everything that an import copies, tokens excepted. */
    String state() {
        return new StateDigest()
                .add(user.username())
                .add(user.password())
                .add(user.email())
                .add(user.firstName())
                .add(user.lastName())
                .add(user.active())
                .add(user.staff())
                .add(user.superuser())
                .add(user.dateJoined())
                .add(user.lastLogin())
                .add(user.daysCount())
                .add(belongings.verified())
                .add(belongings.links())
                .hex();
    }
}
