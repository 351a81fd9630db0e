package dev.accounts.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.net.URLEncoder;
import java.nio.charset.CharacterCodingException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

class FormFuzzTest {

    static Stream<byte[]> forms() {
        return Stream.of(
                        "",
                        "username=ana&password=k1%3D2+3&towns=1&towns=2",
                        "a&=&b=c=d&&%00=%F0%9F%98%80",
                        "%",
                        "a=%C3")
                .map(form -> form.getBytes(UTF_8));
    }

    @MethodSource("forms")
    @FuzzTest
    void a_form_is_refused_or_can_be_written_again(byte[] input) {
        Map<String, List<String>> values;
        try {
            values = Form.parse(RequestBody.decode(input)).values();
        } catch (CharacterCodingException | IllegalArgumentException malformed) {
            return;
        }
        assertThat(values.values().stream().mapToInt(List::size).sum()).isLessThanOrEqualTo(Form.MAX_FIELDS);
        assertThat(values.values()).noneMatch(List::isEmpty);
        assertThat(reread(values)).isEqualTo(values);
    }

    private static Map<String, List<String>> reread(Map<String, List<String>> values) {
        String written = values.entrySet().stream()
                .flatMap(
                        field -> field.getValue().stream().map(value -> encoded(field.getKey()) + "=" + encoded(value)))
                .collect(Collectors.joining("&"));
        try {
            return Form.parse(written).values();
        } catch (CharacterCodingException e) {
            throw new AssertionError(e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }
}
