package dev.accounts.spring;

import dev.accounts.http.AccountHttp;
import dev.accounts.http.HttpCall;
import dev.accounts.http.servlet.AccountServlet;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Stands before all other filters on the paths of the library, because strangers can make filters of Spring fail, each time with
 * a stack trace in the log.
 *
 * <p>It answers 404 to a path that the container had to decode or normalize to find the servlet, such as {@code //auth/users/}.
 * The contract has no such path, and Spring Security fails on it.
 */
final class LibraryCallsFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    private final transient AccountHttp http;
    private final transient AccountJson json;

    LibraryCallsFilter(AccountHttp http, AccountJson json) {
        this.http = http;
        this.json = json;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request.getRequestURI().startsWith(request.getContextPath() + request.getServletPath())) {
            chain.doFilter(new LibraryCall(request), response);
        } else {
            AccountServlet.send(http.handle(new HttpCall(request.getMethod(), "/", Map.of())), json.writer(), response);
        }
    }

    /** A request as other filters see it. The library's servlet reads the headers of these names itself. */
    private static final class LibraryCall extends HttpServletRequestWrapper {

        LibraryCall(HttpServletRequest request) {
            super(request);
        }

        /** Hides that the body may be a form: the {@code FormContentFilter} of Spring reads one of any size, and fails on others. */
        @Override
        public @Nullable String getContentType() {
            return null;
        }

        @Override
        public Locale getLocale() {
            return getLocales().nextElement();
        }

        /** Tomcat throws for a client that names more than ten languages. */
        @Override
        public Enumeration<Locale> getLocales() {
            try {
                return super.getLocales();
            } catch (IllegalArgumentException tooMany) {
                return Collections.enumeration(List.of(Locale.getDefault()));
            }
        }
    }
}
