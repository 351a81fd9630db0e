package dev.accounts.jpa.django;

import dev.accounts.internal.text.AccountNames;
import dev.accounts.internal.text.AccountNames.Name;
import java.util.Optional;

/**
 * A user of Django with names as they would be kept here.
 *
 * @param user the user
 * @param ownName the name in Django; empty if no account can have it
 * @param name the name wanted here: the own one, unless the host gave another
 * @param email the address; empty if there is none, or it is no address
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

    /** Whether an account that has the id is this user, imported before. */
    boolean isKnownAs(String nameKey) {
        return nameKey().filter(nameKey::equals).isPresent()
                || ownName.map(Name::key).filter(nameKey::equals).isPresent();
    }
}
