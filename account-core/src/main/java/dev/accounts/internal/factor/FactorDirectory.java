package dev.accounts.internal.factor;

import dev.accounts.model.factor.EnrolledFactors;
import dev.accounts.spi.AccountStores;
import dev.accounts.spi.factor.StoredTotp;

/** Tells which second factors an account has. */
public record FactorDirectory(AccountStores stores) {

    public EnrolledFactors of(long userId) {
        return new EnrolledFactors(
                stores.totp().find(userId).map(StoredTotp::enrolledAt),
                stores.recoveryCodes().count(userId));
    }
}
