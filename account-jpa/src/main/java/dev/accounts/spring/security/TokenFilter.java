package dev.accounts.spring.security;

import dev.accounts.model.AccountException;
import dev.accounts.service.AccountService;
import dev.accounts.service.Caller;
import dev.accounts.spring.AccountRefusals;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.web.filter.OncePerRequestFilter;

/** Identifies the caller of a request by one look-up. A dead token ends the request, also on a path that needs no token. */
final class TokenFilter extends OncePerRequestFilter {

    private final AccountService accounts;
    private final AccountRefusals refusals;
    private final TokenValue tokens;

    /** Keeps the caller for dispatches of the same request, and out of any session. */
    private final RequestAttributeSecurityContextRepository contexts = new RequestAttributeSecurityContextRepository();

    TokenFilter(AccountService accounts, AccountRefusals refusals, TokenValue tokens) {
        this.accounts = accounts;
        this.refusals = refusals;
        this.tokens = tokens;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String token = tokens.of(request);
        if (token != null) {
            Caller caller;
            try {
                caller = accounts.caller(token);
            } catch (AccountException refusal) {
                refusals.send(refusal, response);
                return;
            }
            SecurityContext context = SecurityContextHolder.createEmptyContext();
            context.setAuthentication(new AccountAuthentication(caller));
            SecurityContextHolder.setContext(context);
            contexts.saveContext(context, request, response);
        }
        chain.doFilter(request, response);
    }
}
