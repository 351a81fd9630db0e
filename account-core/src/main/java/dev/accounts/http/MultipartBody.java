package dev.accounts.http;

import dev.accounts.http.RequestBody.Unreadable;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Reads a form that is sent as {@code multipart/form-data}, with the parser of the host.
 *
 * @param contentType the header of that name
 * @param contentLength the header of that name
 * @param reader parses the form
 */
record MultipartBody(String contentType, String contentLength, HttpCall.FormReader reader) {

    private static final Pattern ANY_CHARSET =
            Pattern.compile("\\s*multipart/form-data\\s*(?:;.*)?", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private static final Pattern UTF_8 = RequestBody.inUtf8("multipart/form-data");

    boolean isOne() {
        return ANY_CHARSET.matcher(contentType).matches();
    }

    Object read() {
        if (contentLength.strip().equals("0")) {
            return Map.of();
        }
        if (RequestBody.isLonger(contentLength, RequestBody.MAX_BYTES)) {
            return RequestBody.tooLarge();
        }
        if (!UTF_8.matcher(contentType).matches()) {
            return Unreadable.of(415, "Unsupported media type \"" + contentType.strip() + "\" in request.");
        }
        return parse();
    }

    private Object parse() {
        try {
            Map<String, List<String>> fields = reader.read();
            return new Form(fields);
        } catch (IllegalStateException tooLarge) {
            return RequestBody.tooLarge();
        } catch (Exception malformed) {
            // The message of the parser's exception is dropped, because it may repeat the body.
            return RequestBody.malformedForm();
        }
    }
}
