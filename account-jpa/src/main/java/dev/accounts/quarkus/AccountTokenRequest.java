package dev.accounts.quarkus;

import io.quarkus.security.identity.request.BaseAuthenticationRequest;

/** Asks for the owner of a token of the library. Other mechanisms have other requests, so that no provider takes theirs. */
public final class AccountTokenRequest extends BaseAuthenticationRequest {

    private final String authorization;

    AccountTokenRequest(String authorization) {
        this.authorization = authorization;
    }

    String authorization() {
        return authorization;
    }
}
