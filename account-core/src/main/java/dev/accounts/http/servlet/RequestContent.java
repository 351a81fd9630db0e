package dev.accounts.http.servlet;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The body of a request, found at the first read. A filter before the servlet may have read a form as parameters; then this is
 * the form again, made from them.
 */
final class RequestContent extends InputStream {

    private static final String FORM = "application/x-www-form-urlencoded";

    private final HttpServletRequest request;
    private boolean found;
    private @Nullable InputStream parameters;

    RequestContent(HttpServletRequest request) {
        this.request = request;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        if (parameters != null) {
            return parameters.read(buffer, offset, length);
        }
        int read = request.getInputStream().read(buffer, offset, length);
        if (read >= 0 || found) {
            found = true;
            return read;
        }
        parameters = isForm() ? new ByteArrayInputStream(form().getBytes(UTF_8)) : InputStream.nullInputStream();
        return parameters.read(buffer, offset, length);
    }

    /** Asks for the header, because Jetty's {@code getContentType} throws for an unknown charset. */
    private boolean isForm() {
        String type = Objects.requireNonNullElse(request.getHeader("Content-Type"), "");
        return type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT).equals(FORM);
    }

    private Map<String, String[]> parameters() throws IOException {
        try {
            return request.getParameterMap();
        } catch (RuntimeException unreadable) {
            throw new IOException("the container cannot read the parameters", unreadable);
        }
    }

    /** Writes the parameters that are not in the query, whose values come first. */
    private String form() throws IOException {
        Map<String, Integer> inQuery = new LinkedHashMap<>();
        for (String pair :
                Objects.requireNonNullElse(request.getQueryString(), "").split("&", -1)) {
            inQuery.merge(name(pair), 1, Integer::sum);
        }
        List<String> pairs = new ArrayList<>();
        parameters()
                .forEach((name, values) -> Arrays.stream(values)
                        .skip(inQuery.getOrDefault(name, 0))
                        .forEach(value ->
                                pairs.add(URLEncoder.encode(name, UTF_8) + "=" + URLEncoder.encode(value, UTF_8))));
        return String.join("&", pairs);
    }

    private static String name(String pair) {
        String name = pair.split("=", 2)[0];
        try {
            return URLDecoder.decode(name, UTF_8);
        } catch (IllegalArgumentException malformed) {
            return name;
        }
    }
}
