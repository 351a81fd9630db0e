package dev.accounts.http;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A request as the contract needs it. Its headers, query and body are not printed, since they may hold secrets.
 *
 * @param method the method, such as {@code POST}
 * @param path the path below the place where the host mounts the API, such as {@code /auth/users/}, decoded or not; it may
 *     carry the query after a {@code ?}, as the client wrote it, which the list of users looks at
 * @param headers the values of each header; names are compared ignoring case
 * @param body the body as the host's JSON mapper parsed it: map, list, text, any number, boolean or null; an empty map where
 *     there is no body
 * @param client the address of the client, by which the service counts attempts and which it tells events; null if the host
 *     does not know it. Behind a proxy it is what a trusted proxy says, and not the proxy's own
 */
public record HttpCall(
        String method,
        String path,
        Map<String, List<String>> headers,
        @Nullable Object body,
        @Nullable String client) {

    /**
     * Copies the headers.
     *
     * @throws NullPointerException if a component but {@code body} and {@code client} is null
     */
    public HttpCall {
        requireNonNull(method, "method");
        requireNonNull(path, "path");
        TreeMap<String, List<String>> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.forEach((name, values) -> copy.merge(name, List.copyOf(values), HttpCall::joined));
        headers = Collections.unmodifiableMap(copy);
    }

    /**
     * A call from a client whose address is not known.
     *
     * @param method the method
     * @param path the path
     * @param headers the values of each header
     * @param body the parsed body
     * @throws NullPointerException if an argument but {@code body} is null
     */
    public HttpCall(String method, String path, Map<String, List<String>> headers, @Nullable Object body) {
        this(method, path, headers, body, null);
    }

    /**
     * A call without headers and body.
     *
     * @param method the method
     * @param path the path
     * @return the call
     */
    public static HttpCall of(String method, String path) {
        return new HttpCall(method, path, Map.of(), Map.of());
    }

    /**
     * The same with one more value of a header.
     *
     * @param name the name of the header
     * @param value its value; null changes nothing
     * @return the new call
     */
    public HttpCall header(String name, @Nullable String value) {
        if (value == null) {
            return this;
        }
        List<String> values = new ArrayList<>(headers.getOrDefault(name, List.of()));
        values.add(value);
        TreeMap<String, List<String>> more = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        more.putAll(headers);
        more.put(name, values);
        return new HttpCall(method, path, more, body, client);
    }

    /**
     * The same from a client.
     *
     * @param address the address of the client; null if it is not known
     * @return the new call
     */
    public HttpCall client(@Nullable String address) {
        return new HttpCall(method, path, headers, body, address);
    }

    /**
     * The same with a body that the host has parsed.
     *
     * @param parsed map, list, text, number, boolean or null
     * @return the new call
     */
    public HttpCall body(@Nullable Object parsed) {
        return new HttpCall(method, path, headers, parsed, client);
    }

    /**
     * The same with a body read from bytes, by the {@code Content-Type} that is already among the headers. A body that
     * cannot be read is answered only by operations that need one: with 413 above {@value JsonBody#MAX_BYTES} bytes, 415
     * for another media type than {@code application/json}, 400 if it is no JSON.
     *
     * @param content the bytes of the body; null or empty if there is none
     * @param reader how the host parses JSON
     * @return the new call
     */
    public HttpCall json(byte @Nullable [] content, JsonReader reader) {
        return body(JsonBody.read(content, headerValue("Content-Type"), reader));
    }

    /**
     * The same as {@link #json(byte[], JsonReader)}, read from a stream: no more of it than shows that it is too large.
     *
     * @param content the body of the request; it is not closed
     * @param reader how the host parses JSON
     * @return the new call
     * @throws IOException if the stream breaks
     */
    public HttpCall json(InputStream content, JsonReader reader) throws IOException {
        return json(content.readNBytes(JsonBody.MAX_BYTES + 1), reader);
    }

    private static List<String> joined(List<String> some, List<String> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    /** The method in capitals. */
    String verb() {
        return method.toUpperCase(Locale.ROOT);
    }

    /** The path without its query. */
    String route() {
        return path.split("\\?", 2)[0];
    }

    /** What stands after the path; empty if there is none. */
    String query() {
        return path.substring(Math.min(path.length(), route().length() + 1));
    }

    String headerValue(String name) {
        return String.join(", ", headers.getOrDefault(name, List.of()));
    }

    @Override
    public String toString() {
        return "HttpCall[" + method + " " + route() + "]";
    }

    /** How the host's JSON mapper parses a text. */
    @FunctionalInterface
    public interface JsonReader {

        /**
         * Parses a whole text.
         *
         * @param text the text, not empty
         * @return map, list, text, number, boolean or null
         * @throws Exception if it is no JSON, or nested deeper than the mapper goes
         */
        @Nullable
        Object read(String text) throws Exception;
    }
}
