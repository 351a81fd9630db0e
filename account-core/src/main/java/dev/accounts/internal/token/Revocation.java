package dev.accounts.internal.token;

import dev.accounts.model.TokenDigest;
import dev.accounts.spi.AccountStores;
import java.util.Optional;

/** Revokes what gives access to an account: its bearer tokens and its one-time links. */
public record Revocation(AccountStores stores) {

    public void everything(long userId) {
        stores.tokens().endAll(userId, Optional.empty());
        links(userId);
    }

    /** Revokes everything except the token that the owner uses right now. */
    public void everythingExcept(long userId, TokenDigest kept) {
        stores.tokens().endAll(userId, Optional.of(kept));
        links(userId);
    }

    public void links(long userId) {
        stores.oneTimeTokens().endAll(userId);
    }
}
