package dev.accounts.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MultipartTest {

    private static final String TYPE = "multipart/form-data; boundary=XbX";
    private static final String ANA = part("name=\"username\"", "ana");
    private static final String END = "--XbX--\r\n";

    private static String part(String disposition, String value) {
        return "--XbX\r\nContent-Disposition: form-data; " + disposition + "\r\n\r\n" + value + "\r\n";
    }

    private static Object read(String contentType, byte[] content) {
        return new RequestBody(contentType, RequestBody.MAX_BYTES, text -> "not read").read(content);
    }

    private static Map<String, Object> fields(String contentType, String form) {
        return ((Form) read(contentType, form.getBytes(UTF_8))).fields();
    }

    private static void assertMalformed(String contentType, byte[] form) {
        HttpReply reply = ((RequestBody.Unreadable) read(contentType, form)).reply();

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.body()).isEqualTo(Map.of("detail", "The form is malformed."));
    }

    @Nested
    class IsRead {

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

            assertThat(fields(contentType, (ANA + END).replace("XbX", boundary)))
                    .isEqualTo(Map.of("username", "ana"));
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

    @Nested
    class IsRefused {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "; boundary",
                    "; boundary=",
                    "; boundary=\"\"",
                    "; boundary=\"XbX",
                    "; boundary=XbX; boundary=XbX",
                    "; boundary=XbX, multipart/form-data; boundary=y",
                    "; boundary=aaaaaaaaaabbbbbbbbbbccccccccccddddddddddeeeeeeeeeeffffffffffggggggggggh",
                    "; boundary=other"
                })
        void without_its_boundary(String parameters) {
            assertMalformed("multipart/form-data" + parameters, (ANA + END).getBytes(UTF_8));
        }

        @Test
        void wherever_it_is_cut_off() {
            String form = ANA + part("name=password", "secret") + "--XbX";
            for (int length = 1; length <= form.length(); length++) {
                assertMalformed(TYPE, form.substring(0, length).getBytes(UTF_8));
            }
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "\r\n",
                    "\r\n\r\nana",
                    "\r\nContent-Disposition: form-data; name=a",
                    "\r\nContent-Disposition: form-data\r\n\r\nana",
                    "\r\nContent-Disposition: form-data; name\r\n\r\nana",
                    "\r\nContent-Disposition: form-data; name=\"a\r\n\r\nana",
                    "\r\nContent-Disposition: form-data; name=a\"b\"\r\n\r\nana",
                    "\r\nContent-Disposition: form-data; name=a; name=b\r\n\r\nana",
                    "\r\nContent-Disposition: form-data; name=a\r\nContent-Disposition: form-data; name=b\r\n\r\nana",
                    "\r\nContent-Disposition: form-data; name=a;\r\n filename=b\r\n\r\nana",
                    "\r\nContent-Disposition: attachment; name=a\r\n\r\nana",
                    "\r\nContent-Disposition: form-data; name=a\r\nContent-Transfer-Encoding: base64\r\n\r\nYW5h",
                    "\r\nContent-Disposition form-data; name=a\r\n\r\nana",
                    "\r\nContent-Disposition: form-data; name=a\u001D\r\n\r\nana",
                    "\r\nContent-Disposition: form-data; name=\"a\nb\"\r\n\r\nana",
                    "\r\nContent-Disposition: form-data; name=\"a\u007F\"\r\n\r\nana",
                    "\nContent-Disposition: form-data; name=a\n\nana",
                    "zz\r\nContent-Disposition: form-data; name=a\r\n\r\nana"
                })
        void for_a_malformed_part(String part) {
            assertMalformed(TYPE, ("--XbX" + part + "\r\n" + END).getBytes(UTF_8));
        }

        @Test
        void for_bytes_that_are_not_utf_8() {
            assertMalformed(TYPE, (part("name=username", "j\u00F6") + END).getBytes(ISO_8859_1));
            assertMalformed(TYPE, (part("name=\u00F6", "x") + END).getBytes(ISO_8859_1));
        }

        @Test
        void whatever_is_changed_in_it() {
            Random random = new Random(1);
            for (int i = 0; i < 5_000; i++) {
                byte[] form = (ANA + part("name=\"b\"; filename=\"c\"", "") + END).getBytes(UTF_8);
                for (int changes = random.nextInt(4); changes >= 0; changes--) {
                    form[random.nextInt(form.length)] = (byte) "\r\n-;=\" :\\X\u00F6".charAt(random.nextInt(11));
                }
                assertThat(read(TYPE, form)).isInstanceOfAny(Form.class, RequestBody.Unreadable.class);
            }
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"-", "\r", "\r\n", "\r\n--Xb", "\r\n--XbX", "a: b\r\n", "; name=a", "\\\"", ";", " ", "\""})
        void soon_even_if_it_is_made_to_be_slow(String piece) {
            String long64 = piece.repeat(65_000 / piece.length());
            assertTimeout(Duration.ofSeconds(5), () -> {
                for (String start : List.of("", "--XbX\r\n", "--XbX\r\nContent-Disposition: form-data; name=\"")) {
                    for (int i = 0; i < 20; i++) {
                        read(TYPE, (start + long64).getBytes(UTF_8));
                        read(TYPE, (start + long64 + "\"\r\n\r\n\r\n" + END).getBytes(UTF_8));
                    }
                }
                read(TYPE + "; x=\"" + long64, END.getBytes(UTF_8));
            });
        }
    }
}
