package dev.accounts.example;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which bodies the application reads, and how it refuses the others. */
abstract class BodyCases {

    private static final String REGISTER = "/auth/users/";
    private static final String JSON = "application/json";
    private static final String MULTIPART = "multipart/form-data; boundary=XbX";
    private static final int LARGEST = 64 * 1024;

    private final Requests requests;

    BodyCases(Requests requests) {
        this.requests = requests;
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "{} {}", "{}x", "[NaN]", "\uFEFF{}"})
    void that_are_no_json_are_400(String body) throws Exception {
        Requests.assertError(400, requests.post(REGISTER, JSON, BodyPublishers.ofString(body)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"a\":"})
    void that_are_nested_10_000_deep_are_400(String opening) throws Exception {
        Requests.assertError(400, requests.post(REGISTER, JSON, BodyPublishers.ofString(opening.repeat(10_000))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "multipart/mixed; boundary=XbX",
                "multipart/form-data; charset=latin1",
                "application/xml"
            })
    void of_another_media_type_are_415(String mediaType) throws Exception {
        Requests.assertError(415, requests.post(REGISTER, mediaType, BodyPublishers.ofString("a=%zz")));
    }

    @Test
    void that_are_malformed_forms_are_400() throws Exception {
        Requests.assertError(
                400, requests.post(REGISTER, "application/x-www-form-urlencoded", BodyPublishers.ofString("a=%zz")));
    }

    @Test
    void that_are_malformed_multipart_forms_are_400() throws Exception {
        Requests.assertError(
                400, requests.post(REGISTER, "multipart/form-data", BodyPublishers.ofString("--XbX\r\n\r\n")));
        byte[] latin1 = part("name=\"username\"", "j\u00F6").getBytes(ISO_8859_1);
        Requests.assertError(400, requests.post(REGISTER, MULTIPART, BodyPublishers.ofByteArray(latin1)));
    }

    @ParameterizedTest
    @ValueSource(ints = {LARGEST, 300 * LARGEST})
    void that_are_multipart_forms_above_64_kib_are_413(int length) throws Exception {
        byte[] form = part("name=\"username\"", "x".repeat(length)).getBytes(UTF_8);
        Requests.assertError(413, requests.post(REGISTER, MULTIPART, BodyPublishers.ofByteArray(form)));
        BodyPublisher chunked = BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(form));
        Requests.assertError(413, requests.post(REGISTER, MULTIPART, chunked));
    }

    @Test
    void leave_files_of_a_form_out() throws Exception {
        String file = part("name=\"username\"; filename=\"a.txt\"", "ana");
        var reply = requests.post(REGISTER, MULTIPART, BodyPublishers.ofString(file));
        assertThat(reply.statusCode()).isEqualTo(400);
        assertThat(reply.body()).contains("\"username\":[\"This field is required.\"]");
    }

    @Test
    void may_name_150_towns_in_a_multipart_form() throws Exception {
        String town = "--XbX\r\nContent-Disposition: form-data; name=\"towns\"\r\n\r\n1\r\n";
        var reply = requests.post(REGISTER, MULTIPART, BodyPublishers.ofString(town.repeat(150) + "--XbX--\r\n"));
        assertThat(reply.statusCode()).isEqualTo(400);
        assertThat(reply.body()).contains("This field is required.").doesNotContain("towns");
    }

    private static String part(String disposition, String value) {
        return "--XbX\r\nContent-Disposition: form-data; " + disposition + "\r\n\r\n" + value + "\r\n--XbX--\r\n";
    }

    @Test
    void of_64_kib_are_read() throws Exception {
        String blanks = " ".repeat(LARGEST - 2);
        var reply = requests.post(REGISTER, JSON, BodyPublishers.ofString("{" + blanks + "}"));
        assertThat(reply.statusCode()).isEqualTo(400);
        assertThat(reply.body()).contains("This field is required.");
    }

    @Test
    void above_64_kib_are_413() throws Exception {
        Requests.assertError(413, requests.post(REGISTER, JSON, BodyPublishers.ofByteArray(new byte[LARGEST + 1])));
    }

    @Test
    void far_above_64_kib_and_of_unknown_length_are_413() throws Exception {
        byte[] body = new byte[300 * LARGEST];
        BodyPublisher chunked = BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body));
        Requests.assertError(413, requests.post(REGISTER, JSON, chunked));
    }
}
