package dev.accounts.http;

import java.util.Locale;
import java.util.Set;

/**
 * The media type of a body (RFC 9110, 8.3.1).
 *
 * @param name the type and subtype, in lower case and without parameters; empty if there is none
 * @param utf8 whether no parameter names another charset than UTF-8
 */
record MediaType(String name, boolean utf8) {

    private static final Set<String> UTF_8 = Set.of("utf-8", "utf8", "\"utf-8\"", "\"utf8\"");

    /** Reads a header {@code Content-Type} of any length, in time and memory that grow with the length only. */
    static MediaType of(String header) {
        String[] parts = header.toLowerCase(Locale.ROOT).split(";", -1);
        boolean utf8 = true;
        for (int i = 1; i < parts.length; i++) {
            utf8 &= isNoOtherCharset(parts[i]);
        }
        return new MediaType(parts[0].strip(), utf8);
    }

    private static boolean isNoOtherCharset(String parameter) {
        int sign = parameter.indexOf('=');
        return sign < 0
                || !parameter.substring(0, sign).strip().equals("charset")
                || UTF_8.contains(parameter.substring(sign + 1).strip());
    }
}
