package dev.accounts.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Parses a form that is sent as {@code multipart/form-data} (RFC 7578), in time that grows with its length only. It leaves files
 * out, and refuses a form without its end, because a field may be missing.
 */
final class Multipart {

    private static final String LINE_END = "\r\n";
    private static final int LONGEST_BOUNDARY = 70;

    /** Django decodes others. Clients do not send them, because RFC 7578 advises against them. */
    private static final Set<String> ENCODINGS = Set.of("7bit", "8bit", "binary");

    /** The quantifiers are possessive, so that long texts need neither much time nor a deep stack. */
    private static final Pattern PARAMETER = Pattern.compile(
            "\\G\\s*+;\\s*+([^\\s=;\"]++)\\s*+=\\s*+(?:\"([^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+)\"|([^\\s;\"]++))");

    private static final Pattern END = Pattern.compile("[\\s;]*+");

    private Multipart() {}

    /**
     * Parses a form.
     *
     * @throws CharacterCodingException if a name or a value is not UTF-8
     * @throws IllegalArgumentException if the form is malformed, or has more than {@link Form#MAX_FIELDS} parts; the message does
     *     not contain the form
     */
    static Form parse(String contentType, byte[] content) throws CharacterCodingException {
        String boundary = parameters(contentType).getOrDefault("boundary", "");
        require(!boundary.isEmpty() && boundary.length() <= LONGEST_BOUNDARY);
        String delimiter = LINE_END + "--" + boundary;
        String text = LINE_END + new String(content, ISO_8859_1);
        // What precedes the first part, and the end, are two more.
        String[] parts = text.split(Pattern.quote(delimiter), Form.MAX_FIELDS + 2);
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (int i = 1; i < parts.length; i++) {
            if (parts[i].startsWith("--")) {
                return new Form(values);
            }
            read(parts[i], values);
        }
        throw new IllegalArgumentException("a form without its end, or of too many parts");
    }

    private static void read(String part, Map<String, List<String>> values) throws CharacterCodingException {
        int blankLine = part.indexOf(LINE_END + LINE_END);
        require(blankLine >= 0);
        Map<String, String> headers = headers(part.substring(0, blankLine));
        String disposition = headers.getOrDefault("content-disposition", "");
        Map<String, String> parameters = parameters(disposition);
        String name = parameters.getOrDefault("name", "");
        require(!name.isEmpty() && MediaType.of(disposition).name().equals("form-data"));
        require(ENCODINGS.contains(
                headers.getOrDefault("content-transfer-encoding", "binary").toLowerCase(Locale.ROOT)));
        if (!parameters.containsKey("filename") && !parameters.containsKey("filename*")) {
            values.computeIfAbsent(utf8(name), field -> new ArrayList<>())
                    .add(utf8(part.substring(blankLine + 2 * LINE_END.length())));
        }
    }

    private static Map<String, String> headers(String lines) {
        String[] all = lines.split(LINE_END, -1);
        require(all[0].isBlank());
        Map<String, String> headers = new HashMap<>();
        for (int i = 1; i < all.length; i++) {
            int colon = all[i].indexOf(':');
            require(colon > 0 && all[i].charAt(0) > ' ' && all[i].chars().noneMatch(Multipart::isControl));
            put(headers, all[i].substring(0, colon), all[i].substring(colon + 1).strip());
        }
        return headers;
    }

    /** A field's value holds none (RFC 9110, 5.5). Some count as white space to Java, and as text to clients. */
    private static boolean isControl(int character) {
        return (character < ' ' && character != '\t') || character == 0x7F;
    }

    /** Returns the parameters that follow the first semicolon of a header. */
    private static Map<String, String> parameters(String header) {
        Map<String, String> parameters = new HashMap<>();
        int end = header.split(";", 2)[0].length();
        Matcher matcher = PARAMETER.matcher(header).region(end, header.length());
        while (matcher.find()) {
            put(parameters, matcher.group(1), matcher.group(2) == null ? matcher.group(3) : matcher.group(2));
            end = matcher.end();
        }
        require(END.matcher(header).region(end, header.length()).matches());
        return parameters;
    }

    private static void put(Map<String, String> map, String name, String value) {
        require(map.put(name.toLowerCase(Locale.ROOT), value) == null);
    }

    private static String utf8(String bytes) throws CharacterCodingException {
        return RequestBody.decode(bytes.getBytes(ISO_8859_1));
    }

    private static void require(boolean holds) {
        if (!holds) {
            throw new IllegalArgumentException("malformed");
        }
    }
}
