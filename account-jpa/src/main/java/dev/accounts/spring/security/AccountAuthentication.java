package dev.accounts.spring.security;

import dev.accounts.model.Identity;
import dev.accounts.service.Caller;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;

/** A caller whose token was found. The token itself is not kept. */
final class AccountAuthentication extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1L;

    // Good for one request: nothing stores it.
    private final transient Identity identity;

    AccountAuthentication(Caller caller) {
        super(AuthorityUtils.createAuthorityList(caller.permissions()));
        this.identity = caller.identity();
        setAuthenticated(true);
    }

    @Override
    public Identity getPrincipal() {
        return identity;
    }

    @Override
    public String getCredentials() {
        return "";
    }

    @Override
    public String getName() {
        return identity.username();
    }
}
