package dev.accounts.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.gson.Gson;
import com.google.gson.reflect.TypeToken;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestBodyTest {

    private static final HttpCall.JsonReader GSON =
            text -> new Gson().fromJson(text, new TypeToken<Map<String, Object>>() {});

    @Nested
    class IsRead {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "application/json",
                    "Application/JSON",
                    " application/json ; charset=utf-8",
                    "application/json;charset=\"UTF-8\"",
                    "application/json; x=y; Charset = utf-8"
                })
        void as_json_in_utf_8(String contentType) {
            assertThat(read("{\"a\": \"\u00E9\uD83D\uDE00\"}".getBytes(UTF_8), contentType))
                    .isEqualTo(Map.of("a", "\u00E9\uD83D\uDE00"));
        }

        @Test
        void with_any_number_of_parameters() {
            assertThat(read("{}".getBytes(UTF_8), "application/json" + "; x=y".repeat(100_000)))
                    .isEqualTo(Map.of());
        }

        @Test
        void up_to_64_kibibytes() {
            byte[] longest = ("{\"a\": \"" + "x".repeat(RequestBody.MAX_BYTES - 9) + "\"}").getBytes(UTF_8);

            assertThat(longest).hasSize(65_536);
            assertThat(read(longest, "application/json")).isInstanceOf(Map.class);
        }

        @ParameterizedTest
        @NullAndEmptySource
        void as_an_empty_map_where_there_is_none(byte[] content) {
            assertThat(read(content, "text/plain")).isEqualTo(Map.of());
        }
    }

    @Nested
    class IsRefused {

        @Test
        void with_413_above_64_kibibytes_before_its_type_is_looked_at() {
            assertThat(status(new byte[RequestBody.MAX_BYTES + 1], "text/plain"))
                    .isEqualTo(413);
        }

        @Test
        void with_415_for_another_type_which_is_named() {
            HttpReply reply = refusal("{}".getBytes(UTF_8), "text/plain; charset=utf-8");

            assertThat(reply.status()).isEqualTo(415);
            assertThat(reply.body()).isEqualTo(Map.of("detail", "Unsupported media type \"text/plain\" in request."));
            assertThat(status("{}".getBytes(UTF_8), "")).isEqualTo(415);
            assertThat(status("{}".getBytes(UTF_8), "application/jsonx")).isEqualTo(415);
        }

        @ParameterizedTest
        @ValueSource(strings = {"{", "{\"a\": }", "nonsense", "[1]"})
        void with_400_if_it_is_no_json_without_repeating_it(String text) {
            HttpReply reply = refusal(text.getBytes(UTF_8), "application/json");

            assertThat(reply.status()).isEqualTo(400);
            assertThat(reply.body()).isEqualTo(Map.of("detail", "JSON parse error."));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "utf-16",
                    "us-ascii",
                    "IBM037",
                    "no-such-charset",
                    "?!",
                    "",
                    "utf-8x",
                    "utf-8; charset=latin1",
                    "latin1; charset=utf-8"
                })
        void with_415_if_its_charset_is_not_utf_8(String charset) {
            String contentType = "application/json; charset=" + charset;
            HttpReply reply = refusal("{}".getBytes(UTF_8), contentType);

            assertThat(reply.status()).isEqualTo(415);
            assertThat(reply.body())
                    .isEqualTo(Map.of("detail", "Unsupported media type \"" + contentType.strip() + "\" in request."));
        }

        @ParameterizedTest
        @ValueSource(strings = {"65537", " 99999999999999999999 "})
        void with_413_by_the_length_that_the_header_tells_without_reading(String length) {
            assertThat(status(HttpCall.of("POST", "/")
                            .header("Content-Length", length)
                            .json(FailingStream.unread(), GSON)))
                    .isEqualTo(413);
        }

        @Test
        void with_413_above_the_size_that_the_host_sets() {
            assertThat(HttpCall.of("POST", "/")
                            .header("Content-Type", "application/json")
                            .json(new ByteArrayInputStream("{}".getBytes(UTF_8)), 2, GSON)
                            .body()
                            .get())
                    .isEqualTo(Map.of());
            assertThat(status(HttpCall.of("POST", "/").json(new ByteArrayInputStream("{ }".getBytes(UTF_8)), 2, GSON)))
                    .isEqualTo(413);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> HttpCall.of("POST", "/").json(InputStream.nullInputStream(), 0, GSON));
        }

        @Test
        void with_400_if_the_client_breaks_off() {
            assertThat(status(HttpCall.of("POST", "/").json(FailingStream.brokenOff(), GSON)))
                    .isEqualTo(400);
        }

        private static int status(HttpCall call) {
            return ((RequestBody.Unreadable) call.body().get()).reply().status();
        }

        @Test
        void with_400_if_it_is_no_utf_8() {
            assertThat(status("{\"a\": \"\u00E9\"}".getBytes(ISO_8859_1), "application/json"))
                    .isEqualTo(400);
        }

        @Test
        void with_400_whatever_the_mapper_throws() {
            assertThat(status(text -> {
                        throw new IOException("no JSON: " + text);
                    }))
                    .isEqualTo(400);
            assertThat(status(RequestBodyTest::endlessly)).isEqualTo(400);
        }

        private int status(HttpCall.JsonReader reader) {
            Object body = new RequestBody("application/json", 100, reader).read("{}".getBytes(UTF_8));
            return ((RequestBody.Unreadable) body).reply().status();
        }

        private int status(byte[] content, String contentType) {
            return refusal(content, contentType).status();
        }

        private HttpReply refusal(byte[] content, String contentType) {
            return ((RequestBody.Unreadable) read(content, contentType)).reply();
        }
    }

    @Test
    void the_call_reads_by_its_own_content_type() {
        HttpCall call = HttpCall.of("POST", "/").header("content-type", "application/json");

        assertThat(call.json("{\"a\": true}".getBytes(UTF_8), GSON).body().get())
                .isEqualTo(Map.of("a", true));
        assertThat(HttpCall.of("POST", "/")
                        .json("{}".getBytes(UTF_8), GSON)
                        .body()
                        .get())
                .isInstanceOf(RequestBody.Unreadable.class);
    }

    private static Object read(byte[] content, String contentType) {
        return new RequestBody(contentType, RequestBody.MAX_BYTES, GSON).read(content);
    }

    private static Object endlessly(String text) {
        throw new StackOverflowError(text);
    }
}
