package dev.accounts.testkit.contract.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RawReplyReaderTest {

    private static RawReply read(String... lines) throws IOException {
        return new RawReplyReader(
                        new ByteArrayInputStream(String.join("\r\n", lines).getBytes(UTF_8)))
                .read();
    }

    @Test
    void reads_a_body_of_known_length() throws IOException {
        assertThat(read("HTTP/1.1 400 Bad Request", "X-A: 1", "x-a:2", "Content-Length: 4", "", "тоxx"))
                .isEqualTo(new RawReply(400, Map.of("x-a", "1, 2", "content-length", "4"), "то"));
    }

    @Test
    void reads_a_body_in_chunks() throws IOException {
        assertThat(read(
                                "HTTP/1.1 200 OK",
                                "Transfer-Encoding: chunked",
                                "",
                                "4;a=b",
                                "{\"a\"",
                                "A",
                                ": \"bcdef\"}",
                                "0",
                                "",
                                "")
                        .text())
                .isEqualTo("{\"a\": \"bcdef\"}");
    }

    @Test
    void reads_a_body_that_ends_with_the_connection() throws IOException {
        assertThat(read("HTTP/1.0 200 OK", "", "body").text()).isEqualTo("body");
    }

    @Test
    void reads_a_reply_without_body() throws IOException {
        assertThat(read("HTTP/1.1 204 No Content", "", "")).isEqualTo(new RawReply(204, Map.of(), ""));
    }

    @Test
    void does_not_take_a_broken_reply_for_a_whole_one() {
        assertThatExceptionOfType(EOFException.class)
                .isThrownBy(() -> read("HTTP/1.1 200 OK", "Content-Length: 5", "", "four"));
        assertThatExceptionOfType(EOFException.class).isThrownBy(() -> read("HTTP/1.1 200 OK", "X-A: 1"));
    }
}
