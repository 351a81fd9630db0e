package dev.accounts.internal.token;

import dev.accounts.internal.token.TokenAuthenticator.Caller;
import dev.accounts.model.IssuedToken;
import dev.accounts.model.factor.AuthenticationMethod;
import dev.accounts.spi.AccountStores;
import java.util.Optional;

/** Replaces the token of an owner who has given a further proof. */
public record TokenRenewal(AccountStores stores, TokenIssuer issuer) {

    /** Returns the new token; empty if the caller's is no longer live. */
    public Optional<IssuedToken> renew(Caller caller, AuthenticationMethod method) {
        return stores.tokens().list(caller.id()).stream()
                .filter(token -> token.digest().equals(caller.digest()))
                .findFirst()
                .map(token -> issuer.renewed(token, method))
                .filter(renewed -> stores.derivedTokens().renew(caller.digest(), renewed.token()));
    }
}
