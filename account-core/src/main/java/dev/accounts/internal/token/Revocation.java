package dev.accounts.internal.token;

import dev.accounts.model.TokenDigest;
import dev.accounts.spi.AccountStores;
import java.util.Optional;

/** Revokes the bearer tokens and the one-time links of an account. */
public record Revocation(AccountStores stores) {

    /** Revokes everything, and forgets the sources from which the account was used: a stranger may have used it. */
    public void everything(long userId) {
        stores.tokens().endAll(userId, Optional.empty());
        links(userId);
        stores.knownSources().forget(userId);
    }

    /** Revokes everything except one token: the one that the owner presents in this call. */
    public void everythingExcept(long userId, TokenDigest kept) {
        stores.tokens().endAll(userId, Optional.of(kept));
        links(userId);
        stores.knownSources().forget(userId);
    }

    public void links(long userId) {
        stores.oneTimeTokens().endAll(userId);
    }
}
