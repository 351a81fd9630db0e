package dev.accounts.quarkus;

import static java.util.Objects.requireNonNull;

import dev.accounts.http.AccountHttp;
import dev.accounts.http.HttpReply;
import dev.accounts.model.Identity;
import dev.accounts.model.NotAuthenticatedException;
import dev.accounts.model.NotAuthenticatedException.Reason;
import dev.accounts.service.Caller;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpCredentialTransport;
import io.quarkus.vertx.http.runtime.security.HttpSecurityUtils;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.Json;
import io.vertx.ext.web.RoutingContext;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Makes the owner of a token the {@link SecurityIdentity} of a request, by one look-up. Thread-safe.
 *
 * <p>The principal's name is the username. The roles are the codes of the permissions; a superuser has all codes that exist. The
 * mechanism reads {@code Authorization: Token} with the value of a session or of a personal token, and leaves other schemes, such as {@code
 * Bearer}, to other mechanisms.
 *
 * <p>A dead token is refused with an {@link AuthenticationFailedException}, whose cause is the {@link NotAuthenticatedException}.
 * {@link RefusalMapper} answers it where an annotation asks for the identity; this class does where a policy for paths asks. With
 * {@code quarkus.http.auth.proactive=false} the paths that do not ask for the identity, such as the login, take such a request.
 * Needs the extension {@code quarkus-security}.
 */
public final class AccountTokenMechanism implements HttpAuthenticationMechanism, IdentityProvider<AccountTokenRequest> {

    private static final Pattern TOKEN = Pattern.compile("\\s*Token(\\s.*)?", Pattern.CASE_INSENSITIVE);
    private static final String CALLER = "dev.accounts.caller";

    private final AccountHttp accounts;

    private AccountTokenMechanism(AccountHttp accounts) {
        this.accounts = accounts;
    }

    /**
     * Creates the mechanism, which a producer of the host makes a bean.
     *
     * @param accounts finds the owners of tokens
     * @return the mechanism
     */
    public static AccountTokenMechanism over(AccountHttp accounts) {
        return new AccountTokenMechanism(requireNonNull(accounts, "accounts"));
    }

    /**
     * Returns the user that a token of this request belongs to.
     *
     * @param identity the identity of the request
     * @return the user
     * @throws NotAuthenticatedException if the request has no token, or was authenticated by another mechanism
     */
    public static Identity identityOf(SecurityIdentity identity) {
        Caller caller = identity.getAttribute(CALLER);
        if (caller == null) {
            throw new NotAuthenticatedException(Reason.TOKEN_MISSING);
        }
        return caller.identity();
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext context, IdentityProviderManager providers) {
        String header = String.join(", ", context.request().headers().getAll("Authorization"));
        if (!TOKEN.matcher(header).matches()) {
            return Uni.createFrom().nullItem();
        }
        // If the token is dead, this mechanism answers, not another one.
        context.put(HttpAuthenticationMechanism.class.getName(), this);
        AccountTokenRequest request = new AccountTokenRequest(header);
        return providers.authenticate(HttpSecurityUtils.setRoutingContextAttribute(request, context));
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext context) {
        return Uni.createFrom().item(new ChallengeData(401, "WWW-Authenticate", "Token"));
    }

    /** Answers in place of an empty body. */
    @Override
    public Uni<Boolean> sendChallenge(RoutingContext context) {
        AuthenticationFailedException failure = HttpSecurityUtils.getAuthenticationFailureFromEvent(context);
        HttpReply reply = QuarkusRefusals.reply(failure == null ? new UnauthorizedException() : failure);
        HttpServerResponse response = context.response().setStatusCode(reply.status());
        reply.headers().forEach(response::putHeader);
        response.end(Json.encode(reply.body()));
        return Uni.createFrom().item(true);
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return Set.of(AccountTokenRequest.class);
    }

    @Override
    public Uni<HttpCredentialTransport> getCredentialTransport(RoutingContext context) {
        return Uni.createFrom().item(new HttpCredentialTransport(HttpCredentialTransport.Type.AUTHORIZATION, "Token"));
    }

    @Override
    public Class<AccountTokenRequest> getRequestType() {
        return AccountTokenRequest.class;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(AccountTokenRequest request, AuthenticationRequestContext context) {
        return context.runBlocking(() -> {
            Caller caller = caller(request);
            return QuarkusSecurityIdentity.builder()
                    .setPrincipal(new QuarkusPrincipal(caller.identity().username()))
                    .addRoles(caller.permissions())
                    .addAttribute(CALLER, caller)
                    .build();
        });
    }

    /** Quarkus logs any other exception than its own with a stack trace. */
    private Caller caller(AccountTokenRequest request) {
        try {
            return accounts.identify(request.authorization());
        } catch (NotAuthenticatedException refused) {
            throw new AuthenticationFailedException(refused);
        }
    }
}
