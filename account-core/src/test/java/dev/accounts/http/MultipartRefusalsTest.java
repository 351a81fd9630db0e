package dev.accounts.http;

import static dev.accounts.http.MultipartTest.ANA;
import static dev.accounts.http.MultipartTest.END;
import static dev.accounts.http.MultipartTest.TYPE;
import static dev.accounts.http.MultipartTest.assertMalformed;
import static dev.accounts.http.MultipartTest.part;
import static dev.accounts.http.MultipartTest.read;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A form is refused. */
class MultipartRefusalsTest {

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
    @ValueSource(strings = {"-", "\r", "\r\n", "\r\n--Xb", "\r\n--XbX", "a: b\r\n", "; name=a", "\\\"", ";", " ", "\""})
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
