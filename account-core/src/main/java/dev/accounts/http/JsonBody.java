package dev.accounts.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads bodies. A body that cannot be read becomes the reply that refuses it. */
final class JsonBody {

    static final int MAX_BYTES = 2 * 1024 * 1024;

    private static final Pattern CHARSET =
            Pattern.compile(";\\s*charset\\s*=\\s*\"?([^\\s\";]+)", Pattern.CASE_INSENSITIVE);

    private JsonBody() {}

    /** Replaces a body that could not be read, and holds the reply that refuses it. */
    record Unreadable(HttpReply reply) {}

    static @Nullable Object read(byte @Nullable [] content, String contentType, HttpCall.JsonReader reader) {
        if (content == null || content.length == 0) {
            return Map.of();
        }
        if (content.length > MAX_BYTES) {
            return new Unreadable(HttpReply.detail(413, "The body is larger than " + MAX_BYTES + " bytes."));
        }
        String mediaType = contentType.split(";", 2)[0].strip();
        if (!mediaType.toLowerCase(Locale.ROOT).equals("application/json")) {
            return new Unreadable(HttpReply.detail(415, "Unsupported media type \"" + mediaType + "\" in request."));
        }
        return parse(content, contentType, reader);
    }

    private static @Nullable Object parse(byte[] content, String contentType, HttpCall.JsonReader reader) {
        try {
            return reader.read(decode(content, contentType));
        } catch (Exception | StackOverflowError noJson) {
            // The message of the mapper's exception is dropped, because it may repeat the body.
            return new Unreadable(HttpReply.detail(400, "JSON parse error."));
        }
    }

    private static String decode(byte[] content, String contentType) throws CharacterCodingException {
        Matcher charset = CHARSET.matcher(contentType);
        return (charset.find() ? Charset.forName(charset.group(1)) : UTF_8)
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(content))
                .toString();
    }
}
