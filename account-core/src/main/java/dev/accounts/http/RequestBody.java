package dev.accounts.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a body, which is JSON or a form. A body that cannot be read becomes the reply that refuses it.
 *
 * @param contentType the header of that name
 * @param maxBytes the largest body in bytes
 * @param reader parses JSON with the host's mapper
 */
record RequestBody(String contentType, int maxBytes, HttpCall.JsonReader reader) {

    static final int MAX_BYTES = 64 * 1024;

    private static final String JSON = "application/json";
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final Set<String> TYPES = Set.of(JSON, FORM, "multipart/form-data");

    private static final Pattern DIGITS = Pattern.compile("[0-9]+");

    RequestBody {
        if (maxBytes < 1) {
            throw new IllegalArgumentException("maxBytes must be at least 1: " + maxBytes);
        }
    }

    /** Replaces a body that could not be read, and holds the reply that refuses it. */
    record Unreadable(HttpReply reply) {

        static Unreadable of(int status, String detail) {
            return new Unreadable(HttpReply.detail(status, detail));
        }
    }

    @Nullable
    Object read(InputStream content, String contentLength) {
        if (isLonger(contentLength, maxBytes)) {
            return tooLarge();
        }
        try {
            return read(content.readNBytes(maxBytes + 1));
        } catch (IOException e) {
            return Unreadable.of(400, "The body could not be read.");
        }
    }

    /** Compares lengths of any number of digits. */
    private static boolean isLonger(String contentLength, int maxBytes) {
        String length = contentLength.strip();
        return DIGITS.matcher(length).matches() && (length.length() > 10 || Long.parseLong(length) > maxBytes);
    }

    @Nullable
    Object read(byte @Nullable [] content) {
        if (content == null || content.length == 0) {
            return Map.of();
        }
        if (content.length > maxBytes) {
            return tooLarge();
        }
        MediaType type = MediaType.of(contentType);
        if (!TYPES.contains(type.name())) {
            return unsupported(contentType.split(";", 2)[0]);
        }
        if (!type.utf8()) {
            return unsupported(contentType);
        }
        return type.name().equals(JSON) ? parse(content) : form(type, content);
    }

    private static Unreadable tooLarge() {
        return Unreadable.of(413, "Request body is too large.");
    }

    private static Unreadable unsupported(String mediaType) {
        return Unreadable.of(415, "Unsupported media type \"" + mediaType.strip() + "\" in request.");
    }

    private static Unreadable malformedForm() {
        return Unreadable.of(400, "The form is malformed.");
    }

    private Object form(MediaType type, byte[] content) {
        try {
            return type.name().equals(FORM) ? Form.parse(decode(content)) : Multipart.parse(contentType, content);
        } catch (CharacterCodingException | IllegalArgumentException malformed) {
            return malformedForm();
        }
    }

    private @Nullable Object parse(byte[] content) {
        try {
            return reader.read(decode(content));
        } catch (Exception | StackOverflowError noJson) {
            // The message of the mapper's exception is dropped, because it may repeat the body.
            return Unreadable.of(400, "JSON parse error.");
        }
    }

    /** Decodes UTF-8; refuses malformed bytes instead of replacing them. */
    static String decode(byte[] content) throws CharacterCodingException {
        return UTF_8.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(content))
                .toString();
    }
}
