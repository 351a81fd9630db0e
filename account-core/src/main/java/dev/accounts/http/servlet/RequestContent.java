package dev.accounts.http.servlet;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * The body of a request, opened at the first read. A filter before the servlet may have read a form as parameters; then this is
 * the form again, made from them.
 */
final class RequestContent extends InputStream {

    private static final String FORM = "application/x-www-form-urlencoded";

    private final HttpServletRequest request;
    private boolean parametersTried;
    private InputStream parameters = InputStream.nullInputStream();

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
        int read = parametersTried ? -1 : request.getInputStream().read(buffer, offset, length);
        if (read >= 0) {
            return read;
        }
        if (!parametersTried) {
            parametersTried = true;
            // A body that was read here gives no parameters.
            parameters = new ByteArrayInputStream(isForm() ? form().getBytes(UTF_8) : new byte[0]);
        }
        return parameters.read(buffer, offset, length);
    }

    private boolean isForm() {
        String type = Objects.requireNonNullElse(request.getContentType(), "");
        return type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT).equals(FORM);
    }

    /** Writes the parameters that are not in the query, whose values come first. */
    private String form() {
        Map<String, Integer> inQuery = new LinkedHashMap<>();
        for (String pair :
                Objects.requireNonNullElse(request.getQueryString(), "").split("&", -1)) {
            inQuery.merge(name(pair), 1, Integer::sum);
        }
        List<String> pairs = new ArrayList<>();
        request.getParameterMap()
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

    /** Reads the text fields of a form. Files are left out. */
    static Map<String, List<String>> parts(HttpServletRequest request) throws IOException, ServletException {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        for (Part part : request.getParts()) {
            if (part.getSubmittedFileName() == null) {
                ByteBuffer value = ByteBuffer.wrap(part.getInputStream().readAllBytes());
                fields.computeIfAbsent(part.getName(), name -> new ArrayList<>())
                        .add(UTF_8.newDecoder().decode(value).toString());
            }
        }
        return fields;
    }
}
