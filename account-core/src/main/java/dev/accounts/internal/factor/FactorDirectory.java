package dev.accounts.internal.factor;

import dev.accounts.model.factor.EnrolledFactors;
import dev.accounts.model.factor.Passkey;
import dev.accounts.spi.AccountStores;
import dev.accounts.spi.factor.StoredPasskey;
import dev.accounts.spi.factor.StoredTotp;
import java.util.List;

/** Tells which second factors an account has. */
public record FactorDirectory(AccountStores stores) {

    public EnrolledFactors of(long userId) {
        return of(userId, stores.passkeys().list(userId));
    }

    /** Tells them of an account whose passkeys were read. */
    public EnrolledFactors of(long userId, List<StoredPasskey> passkeys) {
        return new EnrolledFactors(
                stores.totp().find(userId).map(StoredTotp::enrolledAt),
                passkeys.stream().map(FactorDirectory::shown).toList(),
                stores.recoveryCodes().count(userId));
    }

    private static Passkey shown(StoredPasskey stored) {
        StoredPasskey.Usage usage = stored.usage();
        return new Passkey(stored.id(), stored.name(), usage.backedUp(), stored.createdAt(), usage.lastUsedAt());
    }
}
