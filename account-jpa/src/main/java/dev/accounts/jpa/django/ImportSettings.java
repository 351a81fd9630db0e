package dev.accounts.jpa.django;

import dev.accounts.internal.text.AccountNames.Name;
import dev.accounts.jpa.internal.django.DjangoSource;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * How to import accounts.
 *
 * @param source where Django keeps them
 * @param emailsVerified whether addresses count as verified
 * @param awaitingActivation whether inactive users who never logged in can activate themselves
 * @param tokenLifetime how long tokens live, from the import on
 * @param renames the new names, by user id
 */
record ImportSettings(
        DjangoSource source,
        boolean emailsVerified,
        boolean awaitingActivation,
        Duration tokenLifetime,
        Map<Long, Name> renames) {

    Optional<Name> rename(long userId) {
        return Optional.ofNullable(renames.get(userId));
    }
}
