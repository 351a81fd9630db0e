package dev.accounts.http;

import static java.util.Objects.requireNonNull;

import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A request as the contract needs it. {@link #toString} does not print headers, query and body, because they may hold secrets.
 *
 * @param method the method in capitals, such as {@code POST}
 * @param path the path below the point where the host mounts the API, such as {@code /auth/users/}, decoded or not; the query
 *     may follow after a {@code ?}, as the client wrote it: the list of users reads it
 * @param headers the values of each header; names are compared ignoring case
 * @param body gives the body as the host's JSON mapper parses it: map, list, text, any number, boolean or null; an empty map if
 *     the request has no body. It is called at most once, and only if the operation uses a body and the token is good
 * @param client the address of the client, under which the service counts attempts and which it passes to listeners; null if
 *     the host does not know it. Behind a trusted proxy it is the address that the proxy reports, not the proxy's own
 */
public record HttpCall(
        String method,
        String path,
        Map<String, List<String>> headers,
        Supplier<? extends @Nullable Object> body,
        @Nullable String client) {

    /**
     * Copies the headers.
     *
     * @throws NullPointerException if a component other than {@code client} is null
     */
    public HttpCall {
        requireNonNull(method, "method");
        requireNonNull(path, "path");
        requireNonNull(body, "body");
        headers = Headers.copy(requireNonNull(headers, "headers"));
    }

    /**
     * Creates a call without a body, from a client whose address is not known.
     *
     * @param method the method
     * @param path the path
     * @param headers the values of each header
     * @throws NullPointerException if an argument is null
     */
    public HttpCall(String method, String path, Map<String, List<String>> headers) {
        this(method, path, headers, Map::of, null);
    }

    /**
     * Creates a call without headers and body.
     *
     * @param method the method
     * @param path the path
     * @return the call
     */
    public static HttpCall of(String method, String path) {
        return new HttpCall(method, path, Map.of());
    }

    /**
     * Returns this call with one more value of a header.
     *
     * @param name the name of the header
     * @param value its value; null changes nothing
     * @return the new call
     */
    public HttpCall header(String name, @Nullable String value) {
        requireNonNull(name, "name");
        return value == null ? this : new HttpCall(method, path, Headers.with(headers, name, value), body, client);
    }

    /**
     * Returns this call with the address of the client. A client with IPv6 is counted by its /64 network.
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
        return reading(() -> parsed);
    }

    private HttpCall reading(Supplier<? extends @Nullable Object> content) {
        return new HttpCall(method, path, headers, content, client);
    }

    /**
     * Returns this call with a body that is read from bytes, by the {@code Content-Type} among the headers, which must be added
     * first. A form ({@code application/x-www-form-urlencoded}, or {@code multipart/form-data} without its files) is read, too,
     * without the reader. A body that cannot be read is refused: with 413 if it is larger than {@value RequestBody#MAX_BYTES} bytes,
     * with 415 if it is neither JSON nor a form in UTF-8 by its media type, and with 400 if it is malformed.
     *
     * @param content the bytes of the body; null or empty if the request has no body
     * @param reader parses JSON with the host's mapper
     * @return the new call
     */
    public HttpCall json(byte @Nullable [] content, JsonReader reader) {
        requireNonNull(reader, "reader");
        return reading(() -> new RequestBody(headerValue("Content-Type"), RequestBody.MAX_BYTES, reader).read(content));
    }

    /**
     * Returns this call with a body that is read from a stream, like {@link #json(byte[], JsonReader)}. The stream is read only
     * if the body is used, and no further than the largest body.
     *
     * @param content the body of the request; it is not closed
     * @param reader parses JSON with the host's mapper
     * @return the new call
     */
    public HttpCall json(InputStream content, JsonReader reader) {
        return json(content, RequestBody.MAX_BYTES, reader);
    }

    /**
     * Reads up to another size. What a mapper makes of a body can take twenty times its size in memory.
     *
     * @param content the body of the request; it is not closed
     * @param maxBytes the largest body in bytes, at least 1
     * @param reader parses JSON with the host's mapper
     * @return the new call
     * @throws IllegalArgumentException if {@code maxBytes} is less than 1
     */
    public HttpCall json(InputStream content, int maxBytes, JsonReader reader) {
        requireNonNull(content, "content");
        requireNonNull(reader, "reader");
        RequestBody whole = new RequestBody(headerValue("Content-Type"), maxBytes, reader);
        return reading(() -> whole.read(content, headerValue("Content-Length")));
    }

    /** Returns the path without its query. */
    String route() {
        int query = path.indexOf('?');
        return query < 0 ? path : path.substring(0, query);
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
