package dev.accounts.spring.security;

import dev.accounts.service.AccountService;
import dev.accounts.spring.AccountRefusals;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.CsrfConfigurer;
import org.springframework.security.config.annotation.web.configurers.ExceptionHandlingConfigurer;
import org.springframework.security.config.annotation.web.configurers.FormLoginConfigurer;
import org.springframework.security.config.annotation.web.configurers.oauth2.client.OAuth2LoginConfigurer;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.security.web.savedrequest.NullRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Opens the application's own paths to tokens of the library, in one line of a {@code SecurityFilterChain}:
 *
 * <pre>{@code
 * http.with(AccountTokens.accountTokens(), withDefaults())
 * }</pre>
 *
 * <p>The header {@code Authorization: Token} with the value of a session or of a personal token identifies the caller by one look-up in a
 * request. The principal is the {@link dev.accounts.model.Identity}, the name is the username, the authorities are the codes of the
 * permissions. The methods by which the owner proved to be the owner are authorities as well: {@code FACTOR_PASSWORD}, {@code FACTOR_TOTP},
 * {@code FACTOR_RECOVERY_CODE}, and for a passkey {@code FACTOR_WEBAUTHN}. A token that is good for less than a session has none of these.
 * They have no time: {@link dev.accounts.http.AccountHttp#identify(String, dev.accounts.model.factor.Assurance)} asks for a recent proof.
 *
 * <p>A dead token is 401 on every path of the chain. A caller without a token is answered with 401 and {@code WWW-Authenticate:
 * Token} (RFC 9110), a caller without a permission with 403, both with the body of {@link AccountRefusals}; browsers that ask for
 * {@code text/html} get what the chain says otherwise.
 *
 * <p>A request with a token needs no CSRF token. Where the chain has no page to log in at, a refused request creates no session.
 */
public final class AccountTokens extends AbstractHttpConfigurer<AccountTokens, HttpSecurity> {

    private boolean bearer;

    private AccountTokens() {}

    /**
     * Returns the configurer, for one chain.
     *
     * @return the configurer
     */
    public static AccountTokens accountTokens() {
        return new AccountTokens();
    }

    /**
     * Takes {@code Authorization: Bearer} (RFC 6750) as well. A value that is not 40 hex digits, with {@code acpat_} or {@code acact_}
     * before them or without, is left to other filters, such as one for JWTs.
     *
     * @return this configurer
     */
    public AccountTokens bearer() {
        bearer = true;
        return this;
    }

    @Override
    @SuppressWarnings("unchecked") // Class literals have no type arguments.
    public void init(HttpSecurity http) {
        RefusedCalls refused = new RefusedCalls(bean(http, AccountRefusals.class));
        RequestMatcher noPage = request -> !asksForPage(request);
        ExceptionHandlingConfigurer<HttpSecurity> handling = http.getConfigurer(ExceptionHandlingConfigurer.class);
        if (handling != null) {
            handling.defaultAuthenticationEntryPointFor(refused, noPage);
            handling.defaultAccessDeniedHandlerFor(refused, noPage);
        }
        CsrfConfigurer<HttpSecurity> csrf = http.getConfigurer(CsrfConfigurer.class);
        if (csrf != null) {
            TokenValue tokens = new TokenValue(bearer);
            csrf.ignoringRequestMatchers(request -> tokens.of(request) != null);
        }
        if (http.getConfigurer(FormLoginConfigurer.class) == null
                && http.getConfigurer(OAuth2LoginConfigurer.class) == null) {
            http.setSharedObject(RequestCache.class, new NullRequestCache());
        }
    }

    @Override
    public void configure(HttpSecurity http) {
        TokenFilter filter = new TokenFilter(
                bean(http, AccountService.class), bean(http, AccountRefusals.class), new TokenValue(bearer));
        http.addFilterBefore(postProcess(filter), BasicAuthenticationFilter.class);
    }

    private static boolean asksForPage(HttpServletRequest request) {
        String accepted = request.getHeader(HttpHeaders.ACCEPT);
        return accepted != null && accepted.contains(MediaType.TEXT_HTML_VALUE);
    }

    private static <T> T bean(HttpSecurity http, Class<T> type) {
        return http.getSharedObject(ApplicationContext.class).getBean(type);
    }
}
