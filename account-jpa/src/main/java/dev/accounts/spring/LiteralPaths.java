package dev.accounts.spring;

import dev.accounts.http.AccountHttp;
import dev.accounts.http.HttpCall;
import dev.accounts.http.servlet.AccountServlet;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;

/**
 * Answers 404 to a path that the container had to decode or normalize to find the library's servlet, such as {@code
 * //auth/users/}. The contract has no such path, and a filter of Spring Security fails on it, with a stack trace in the log.
 */
final class LiteralPaths extends HttpFilter {

    private static final long serialVersionUID = 1L;

    private final transient AccountHttp http;
    private final transient AccountJson json;
    private final String prefix;

    LiteralPaths(AccountHttp http, AccountJson json, String prefix) {
        this.http = http;
        this.json = json;
        this.prefix = prefix;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String start = request.getContextPath() + prefix;
        String path = request.getRequestURI();
        if (path.startsWith(start + "/auth") || path.startsWith(start + "/user")) {
            chain.doFilter(request, response);
        } else {
            AccountServlet.send(http.handle(new HttpCall(request.getMethod(), "/", Map.of())), json.writer(), response);
        }
    }
}
