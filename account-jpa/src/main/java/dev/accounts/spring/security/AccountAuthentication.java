package dev.accounts.spring.security;

import dev.accounts.model.Identity;
import dev.accounts.model.factor.AuthenticationMethod;
import dev.accounts.service.Caller;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;

/** A caller whose token was found. The token itself is not kept. */
final class AccountAuthentication extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1L;

    private static final String FACTOR = "FACTOR_";

    // Good for one request: nothing stores it.
    private final transient Identity identity;

    AccountAuthentication(Caller caller) {
        super(AuthorityUtils.createAuthorityList(authorities(caller)));
        this.identity = caller.identity();
        setAuthenticated(true);
    }

    /**
     * The permissions, and the methods by which the owner of the token proved to be the owner, as Spring Security 7 names factors. A token
     * that is good for less than a session tells of no proof.
     */
    private static List<String> authorities(Caller caller) {
        Stream<String> factors = caller.identity().authentication().methods().stream()
                .filter(any -> caller.identity().delegation().isNone())
                .map(AccountAuthentication::factor);
        // A permission of the host must not pass for a proof.
        Stream<String> permissions = caller.permissions().stream().filter(code -> !code.startsWith(FACTOR));
        return Stream.concat(permissions, factors).toList();
    }

    private static String factor(AuthenticationMethod method) {
        return switch (method) {
            case PASSWORD, TOTP, RECOVERY_CODE -> FACTOR + method.name();
            // FactorGrantedAuthority.WEBAUTHN_AUTHORITY, which Spring Security 6 lacks.
            case PASSKEY -> FACTOR + "WEBAUTHN";
        };
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
