package dev.accounts.jpa.django;

import dev.accounts.internal.text.AccountNames;
import dev.accounts.internal.text.AccountNames.Name;
import dev.accounts.jpa.internal.django.DjangoUser;
import java.util.Optional;

/**
 * A user of Django, with the names that the account would have.
 *
 * @param user the user as Django stores it
 * @param ownName the name in Django; empty if no account can have it
 * @param name the name to import the user under: the one in Django, unless the host chose another
 * @param email the address; empty if it is missing or invalid
 */
record ImportCandidate(DjangoUser user, Optional<Name> ownName, Optional<Name> name, Optional<Name> email) {

    static ImportCandidate of(DjangoUser user, ImportSettings settings) {
        Optional<Name> ownName = AccountNames.username(user.username());
        return new ImportCandidate(
                user, ownName, settings.rename(user.id()).or(() -> ownName), AccountNames.email(user.email()));
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
}
