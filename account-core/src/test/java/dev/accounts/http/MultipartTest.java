package dev.accounts.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A form is read. */
class MultipartTest {

    static final String TYPE = "multipart/form-data; boundary=XbX";
    static final String ANA = part("name=\"username\"", "ana");
    static final String END = "--XbX--\r\n";

    static String part(String disposition, String value) {
        return "--XbX\r\nContent-Disposition: form-data; " + disposition + "\r\n\r\n" + value + "\r\n";
    }

    static Object read(String contentType, byte[] content) {
        return new RequestBody(contentType, RequestBody.MAX_BYTES, text -> "not read").read(content);
    }

    private static Map<String, Object> fields(String contentType, String form) {
        return ((Form) read(contentType, form.getBytes(UTF_8))).fields();
    }

    static void assertMalformed(String contentType, byte[] form) {
        HttpReply reply = ((RequestBody.Unreadable) read(contentType, form)).reply();

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.body()).isEqualTo(Map.of("detail", "The form is malformed."));
    }

    @Test
    void with_repeated_and_empty_fields_in_utf_8() {
        String form = ANA
                + part("name=towns", "1")
                + part("name=towns", "2")
                + part("name=\"\u00E4\"", "\u20AC\0")
                + part("name=email", "")
                + part("name=username", " last\r\n--Xb ");

        assertThat(fields(TYPE, form + END))
                .containsOnlyKeys("username", "towns", "\u00E4", "email")
                .containsEntry("username", " last\r\n--Xb ")
                .containsEntry("towns", List.of("1", "2"))
                .containsEntry("\u00E4", "\u20AC\0")
                .containsEntry("email", "");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Multipart/Form-Data;Boundary=\"XbX\"",
                "multipart/form-data; charset=utf-8; a=\"x;\\\"boundary=y\"; boundary=XbX",
                "multipart/form-data; boundary = XbX; charset=\"UTF-8\";"
            })
    void with_any_boundary_of_its_type(String contentType) {
        assertThat(fields(contentType, ANA + END)).isEqualTo(Map.of("username", "ana"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"----=_Part_1_2.3", "a b", "(x?)[y]+*$^.|"})
    void with_a_boundary_of_odd_signs(String boundary) {
        String contentType = "multipart/form-data; boundary=\"" + boundary + "\"";

        assertThat(fields(contentType, (ANA + END).replace("XbX", boundary))).isEqualTo(Map.of("username", "ana"));
    }

    @Test
    void with_more_around_it_and_other_headers() {
        String form = "before\r\n--XbX \t\r\ncontent-type: text/plain\r\nContent-Transfer-Encoding: 8BIT\r\n"
                + "content-disposition:Form-Data;NAME=username\r\nContent-Length: 77\r\n\r\nana\r\n--XbX--after";

        assertThat(fields(TYPE, form)).isEqualTo(Map.of("username", "ana"));
        assertThat(fields(TYPE, END)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "; filename=\"\"",
                "; filename=a",
                "; filename*=UTF-8''a",
                ";FileName=\"a\\\"; name=\\\"b\"",
                "; x=\"\\\\\"; filename=\"C:\\a\""
            })
    void without_its_files(String file) {
        assertThat(fields(TYPE, part("name=\"password\"" + file, "x") + ANA + END))
                .isEqualTo(Map.of("username", "ana"));
    }

    @Test
    void with_a_thousand_parts() {
        String most = ANA.repeat(Form.MAX_FIELDS);

        assertThat(fields(TYPE, most + END)).isEqualTo(Map.of("username", "ana"));
        assertMalformed(TYPE, (ANA + most + END).getBytes(UTF_8));
    }
}
