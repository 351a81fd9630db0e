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
 * A request as the contract needs it. {@link #toString} does not print headers, query and body, because they may hold secrets.
 *
 * @param method the method, such as {@code POST}
 * @param path the path below the point where the host mounts the API, such as {@code /auth/users/}, decoded or not; the query
 *     may follow after a {@code ?}, as the client wrote it: the list of users reads it
 * @param headers the values of each header; names are compared ignoring case
 * @param body the body as the host's JSON mapper parsed it: map, list, text, any number, boolean or null; an empty map if the
 *     request has no body
 * @param client the address of the client, under which the service counts attempts and which it passes to listeners; null if
 *     the host does not know it. Behind a trusted proxy it is the address that the proxy reports, not the proxy's own
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
     * @throws NullPointerException if a component other than {@code body} and {@code client} is null
     */
    public HttpCall {
        requireNonNull(method, "method");
        requireNonNull(path, "path");
        TreeMap<String, List<String>> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.forEach((name, values) -> copy.merge(name, List.copyOf(values), HttpCall::joined));
        headers = Collections.unmodifiableMap(copy);
    }

    /**
     * Creates a call from a client whose address is not known.
     *
     * @param method the method
     * @param path the path
     * @param headers the values of each header
     * @param body the parsed body
     * @throws NullPointerException if an argument other than {@code body} is null
     */
    public HttpCall(String method, String path, Map<String, List<String>> headers, @Nullable Object body) {
        this(method, path, headers, body, null);
    }

    /**
     * Creates a call without headers and body.
     *
     * @param method the method
     * @param path the path
     * @return the call
     */
    public static HttpCall of(String method, String path) {
        return new HttpCall(method, path, Map.of(), Map.of());
    }

    /**
     * Returns this call with one more value of a header.
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
     * Returns this call with the address of the client.
     *
     * @param address the address of the client; null if it is not known
     * @return the new call
     */
    public HttpCall client(@Nullable String address) {
        return new HttpCall(method, path, headers, body, address);
    }

    /**
     * Returns this call with a body that the host has parsed.
     *
     * @param parsed map, list, text, number, boolean or null
     * @return the new call
     */
    public HttpCall body(@Nullable Object parsed) {
        return new HttpCall(method, path, headers, parsed, client);
    }

    /**
     * Returns this call with a body that is read from bytes, by the {@code Content-Type} among the headers, which must be added
     * first. Only operations that need a body refuse one that cannot be read: with 413 if it is larger than
     * {@value JsonBody#MAX_BYTES} bytes, with 415 if its media type is not {@code application/json}, and with 400 if it is not
     * JSON.
     *
     * @param content the bytes of the body; null or empty if the request has no body
     * @param reader parses JSON with the host's mapper
     * @return the new call
     */
    public HttpCall json(byte @Nullable [] content, JsonReader reader) {
        return body(JsonBody.read(content, headerValue("Content-Type"), reader));
    }

    /**
     * Returns this call with a body that is read from a stream, like {@link #json(byte[], JsonReader)}. It stops reading as soon
     * as the body is too large.
     *
     * @param content the body of the request; this method does not close it
     * @param reader parses JSON with the host's mapper
     * @return the new call
     * @throws IOException if the stream cannot be read
     */
    public HttpCall json(InputStream content, JsonReader reader) throws IOException {
        return json(content.readNBytes(JsonBody.MAX_BYTES + 1), reader);
    }

    private static List<String> joined(List<String> some, List<String> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    /** Returns the method in capitals. */
    String verb() {
        return method.toUpperCase(Locale.ROOT);
    }

    /** Returns the path without its query. */
    String route() {
        return path.split("\\?", 2)[0];
    }

    /** Returns the query; empty if the path has none. */
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

    /** Parses JSON with the host's mapper. */
    @FunctionalInterface
    public interface JsonReader {

        /**
         * Parses a whole text.
         *
         * @param text the text, not empty
         * @return map, list, text, number, boolean or null
         * @throws Exception if the text is not JSON, or nested more deeply than the mapper allows
         */
        @Nullable
        Object read(String text) throws Exception;
    }
}
