package dev.accounts.http;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A reply to a call. {@link #toString} does not print the body, because it may hold a token.
 *
 * @param status the status code
 * @param headers the headers to send, including {@code Content-Type} if there is a body
 * @param body the value that the host's JSON mapper writes: an ordered map of text, booleans, numbers, lists and nulls, or a
 *     list of such maps; null for no body
 */
public record HttpReply(
        int status, Map<String, String> headers, @Nullable Object body) {

    private static final Map<String, String> UNCACHED = Map.of("Cache-Control", "no-store");
    private static final Map<String, String> UNCACHED_JSON = withHeader(UNCACHED, "Content-Type", "application/json");

    /**
     * Copies the headers.
     *
     * @throws NullPointerException if {@code headers} is null
     */
    public HttpReply {
        headers = Collections.unmodifiableMap(new LinkedHashMap<>(requireNonNull(headers, "headers")));
    }

    static HttpReply of(int status, Object body) {
        return new HttpReply(status, UNCACHED_JSON, body);
    }

    static HttpReply detail(int status, String detail) {
        return of(status, Map.of(Wire.DETAIL, detail));
    }

    static HttpReply empty(int status) {
        return new HttpReply(status, UNCACHED, null);
    }

    HttpReply header(String name, String value) {
        return new HttpReply(status, withHeader(headers, name, value), body);
    }

    private static Map<String, String> withHeader(Map<String, String> headers, String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return more;
    }

    @Override
    public String toString() {
        return "HttpReply[" + status + "]";
    }
}
