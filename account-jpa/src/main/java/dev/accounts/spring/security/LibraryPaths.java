package dev.accounts.spring.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.web.DefaultSecurityFilterChain;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** Matches the paths of the HTTP contract, unless the application has a chain for just such paths. */
record LibraryPaths(String prefix, ObjectProvider<SecurityFilterChain> chains) implements RequestMatcher {

    @Override
    public boolean matches(HttpServletRequest request) {
        // As the container has decoded and normalized it to choose the servlet: the sender cannot make it look like
        // another.
        String path = request.getServletPath() + Objects.requireNonNullElse(request.getPathInfo(), "");
        return (path.startsWith(prefix + "/auth/") || path.startsWith(prefix + "/user/"))
                && chains.stream().noneMatch(chain -> isForJust(chain, request));
    }

    private static boolean isForJust(SecurityFilterChain chain, HttpServletRequest request) {
        return chain instanceof DefaultSecurityFilterChain other
                && !(other.getRequestMatcher() instanceof LibraryPaths)
                && other.getRequestMatcher() != AnyRequestMatcher.INSTANCE
                && other.matches(request);
    }

    @Override
    public String toString() {
        return "the paths of accounts";
    }
}
