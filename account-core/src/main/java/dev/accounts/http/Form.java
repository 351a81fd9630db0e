package dev.accounts.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The fields of a form ({@code application/x-www-form-urlencoded}), whose values are texts. It does not print them.
 *
 * @param values the values of each field, in the order of the body
 */
record Form(Map<String, List<String>> values) {

    private static final int HEX = 16;

    /** As many as Django reads. Each field costs many times the bytes that a client sends for it. */
    static final int MAX_FIELDS = 1000;

    /**
     * Parses a form.
     *
     * @throws CharacterCodingException if it is not UTF-8
     * @throws IllegalArgumentException if two hex digits do not follow a percent sign, or if there are more than {@link
     *     #MAX_FIELDS} fields; the message does not contain the text
     */
    static Form parse(String text) throws CharacterCodingException {
        if (text.chars().filter(c -> c == '&').count() >= MAX_FIELDS) {
            throw new IllegalArgumentException("more than " + MAX_FIELDS + " fields");
        }
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (String pair : text.split("&", -1)) {
            if (!pair.isEmpty()) {
                String[] parts = pair.split("=", 2);
                values.computeIfAbsent(decode(parts[0]), name -> new ArrayList<>())
                        .add(parts.length == 1 ? "" : decode(parts[1]));
            }
        }
        return new Form(values);
    }

    /** Returns the fields as a JSON body would have them: the lists whole, and of all others the last value. */
    Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        values.forEach(
                (name, given) -> fields.put(name, Wire.LISTS.contains(name) ? given : given.get(given.size() - 1)));
        return fields;
    }

    /** Decodes like {@link java.net.URLDecoder}, but refuses bytes that are not UTF-8 instead of replacing them. */
    private static String decode(String encoded) throws CharacterCodingException {
        byte[] text = encoded.replace('+', ' ').getBytes(UTF_8);
        ByteArrayOutputStream decoded = new ByteArrayOutputStream(text.length);
        for (int i = 0; i < text.length; i++) {
            if (text[i] == '%') {
                decoded.write(HEX * digit(text, i + 1) + digit(text, i + 2));
                i += 2;
            } else {
                decoded.write(text[i]);
            }
        }
        return RequestBody.decode(decoded.toByteArray());
    }

    private static int digit(byte[] text, int index) {
        int digit = index < text.length ? Character.digit(text[index], HEX) : -1;
        if (digit < 0) {
            throw new IllegalArgumentException("a percent sign without two hex digits");
        }
        return digit;
    }

    @Override
    public String toString() {
        return "Form[***]";
    }
}
