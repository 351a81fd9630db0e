package dev.accounts.http;

import java.util.List;
import java.util.Map;

/**
 * Reads a form that is sent as {@code multipart/form-data}, with the parser of the host.
 *
 * @param contentType the header of that name
 * @param contentLength the header of that name
 * @param reader parses the form
 */
record MultipartBody(String contentType, String contentLength, HttpCall.FormReader reader) {

    static final String NAME = "multipart/form-data";

    boolean isOne() {
        return MediaType.of(contentType).name().equals(NAME);
    }

    Object read() {
        if (contentLength.strip().equals("0")) {
            return Map.of();
        }
        if (RequestBody.isLonger(contentLength, RequestBody.MAX_BYTES)) {
            return RequestBody.tooLarge();
        }
        if (!MediaType.of(contentType).utf8()) {
            return RequestBody.unsupported(contentType);
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
