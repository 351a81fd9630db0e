package dev.accounts.http;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The {@code Authorization} header, parsed as Djoser parses it.
 *
 * @param token the text in the place of the token; empty if there is a problem
 * @param problem the detail of the 401 reply; empty if the header is well-formed
 */
record TokenHeader(String token, Optional<String> problem) {

    private static final Pattern SPACE = Pattern.compile("[ \\t\\r\\n\\x0B\\f]+");

    static TokenHeader of(String header) {
        String[] words = SPACE.split(header.strip(), -1);
        if (!words[0].equalsIgnoreCase("Token")) {
            return refused("Authentication credentials were not provided.");
        }
        return switch (words.length) {
            case 1 -> refused("Invalid token header. No credentials provided.");
            case 2 -> new TokenHeader(words[1], Optional.empty());
            default -> refused("Invalid token header. Token string should not contain spaces.");
        };
    }

    private static TokenHeader refused(String problem) {
        return new TokenHeader("", Optional.of(problem));
    }

    @Override
    public String toString() {
        return "TokenHeader[token=***, problem=" + problem + "]";
    }
}
