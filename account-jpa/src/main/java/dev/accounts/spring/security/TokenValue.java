package dev.accounts.spring.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/**
 * Finds the token of a request.
 *
 * @param bearer whether the scheme {@code Bearer} names tokens too; such a value that cannot be a token of the library, such as a
 *     JWT, is left to other filters
 */
record TokenValue(boolean bearer) {

    /** No quantifier is followed by what it could match itself, so the time is linear. */
    private static final Pattern TOKEN = Pattern.compile("Token[ \\t]+([^ \\t]+)", Pattern.CASE_INSENSITIVE);

    private static final Pattern BEARER =
            Pattern.compile("Bearer[ \\t]+((?:acpat_|acact_)?[0-9a-f]{40})", Pattern.CASE_INSENSITIVE);

    /** Returns the value of the token; null if the request has none for this library. */
    @Nullable
    String of(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header == null) {
            return null;
        }
        Matcher token = TOKEN.matcher(header.strip());
        if (token.matches()) {
            return token.group(1);
        }
        Matcher other = BEARER.matcher(header.strip());
        return bearer && other.matches() ? other.group(1) : null;
    }
}
