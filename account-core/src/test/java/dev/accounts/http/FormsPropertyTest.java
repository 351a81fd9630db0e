package dev.accounts.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.CharacterCodingException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever fields a client writes in a form, the library reads the same fields. */
class FormsPropertyTest {

    private static final String BOUNDARY = "----boundary";
    private static final int LONGEST = 30;

    @Provide
    Arbitrary<Map<String, List<String>>> fields() {
        // Browsers write other names in multipart forms by other characters.
        Arbitrary<String> names = texts().filter(name ->
                !name.isEmpty() && name.chars().noneMatch(c -> Character.isISOControl(c) || c == '"' || c == '\\'));
        return Arbitraries.maps(names, texts().list().ofMinSize(1).ofMaxSize(4)).ofMaxSize(8);
    }

    private static Arbitrary<String> texts() {
        // Half of a pair of surrogates has no form in UTF-8.
        Arbitrary<Integer> codePoints = Arbitraries.oneOf(
                Arbitraries.integers().between(0, Character.MIN_SURROGATE - 1),
                Arbitraries.integers().between(Character.MAX_SURROGATE + 1, Character.MAX_CODE_POINT));
        return Arbitraries.oneOf(
                Arbitraries.strings().ascii().ofMaxLength(LONGEST),
                codePoints.map(Character::toString).list().ofMaxSize(LONGEST).map(parts -> String.join("", parts)));
    }

    @Property
    void url_encoded(@ForAll("fields") Map<String, List<String>> fields) throws CharacterCodingException {
        String written = fields.entrySet().stream()
                .flatMap(field -> field.getValue().stream().map(value -> pair(field.getKey(), value)))
                .collect(Collectors.joining("&"));

        assertThat(Form.parse(written).values()).isEqualTo(fields);
    }

    @Property
    void in_parts(@ForAll("fields") Map<String, List<String>> fields) throws CharacterCodingException {
        StringBuilder written = new StringBuilder();
        fields.forEach((name, values) -> values.forEach(value -> written.append(part(name, value))));
        byte[] content = written.append("--" + BOUNDARY + "--\r\n").toString().getBytes(UTF_8);

        assertThat(Multipart.parse("multipart/form-data; boundary=" + BOUNDARY, content)
                        .values())
                .isEqualTo(fields);
    }

    private static String pair(String name, String value) {
        return URLEncoder.encode(name, UTF_8) + "=" + URLEncoder.encode(value, UTF_8);
    }

    private static String part(String name, String value) {
        return "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
    }
}
