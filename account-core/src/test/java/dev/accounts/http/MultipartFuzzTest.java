package dev.accounts.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.CharacterCodingException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

class MultipartFuzzTest {

    private static final String BOUNDARY = "zEnd0fPart-aBoundaryThatNoSeedContains";

    static Stream<byte[]> forms() {
        String type = "multipart/form-data; boundary=XbX\n";
        String part = "--XbX\r\nContent-Disposition: form-data; name=";
        return Stream.of(
                        type + "--XbX--",
                        type + part + "\"username\"\r\n\r\nana\r\n" + part + "b\r\n\r\n\r\n--XbX--\r\n",
                        type + part + "\"a\\\"b\"\r\nContent-Transfer-Encoding: 8bit\r\n\r\n\u20AC\r\n--XbX--",
                        type + part + "a; filename=\"x\"\r\nContent-Type: text/plain\r\n\r\nx\r\n--XbX--",
                        type + part + "a\r\n\r\nwithout its end")
                .map(form -> form.getBytes(UTF_8));
    }

    /** The first line is the media type, the rest is the body. */
    @MethodSource("forms")
    @FuzzTest
    void a_form_is_refused_or_can_be_written_again(byte[] input) {
        int line = 0;
        while (line < input.length && input[line] != '\n') {
            line++;
        }
        String contentType = new String(input, 0, line, UTF_8);
        byte[] content = Arrays.copyOfRange(input, Math.min(line + 1, input.length), input.length);
        Map<String, List<String>> values;
        try {
            values = Multipart.parse(contentType, content).values();
        } catch (CharacterCodingException | IllegalArgumentException malformed) {
            return;
        }
        assertThat(values.values().stream().mapToInt(List::size).sum()).isLessThanOrEqualTo(Form.MAX_FIELDS);
        if (!values.toString().contains(BOUNDARY)) {
            assertThat(reread(values)).isEqualTo(values);
        }
    }

    private static Map<String, List<String>> reread(Map<String, List<String>> values) {
        StringBuilder written = new StringBuilder();
        values.forEach((name, given) -> given.forEach(value -> written.append("--" + BOUNDARY)
                .append("\r\nContent-Disposition: form-data; name=")
                .append(name.matches("[^\\s;\"]+") ? name : '"' + name + '"')
                .append("\r\n\r\n" + value + "\r\n")));
        byte[] content = written.append("--" + BOUNDARY + "--").toString().getBytes(UTF_8);
        try {
            return Multipart.parse("multipart/form-data; boundary=" + BOUNDARY, content)
                    .values();
        } catch (CharacterCodingException e) {
            throw new AssertionError(e);
        }
    }
}
