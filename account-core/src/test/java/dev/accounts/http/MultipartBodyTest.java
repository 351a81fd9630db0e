package dev.accounts.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MultipartBodyTest {

    private static final String TYPE = "multipart/form-data; boundary=XbX";
    private static final HttpCall.FormReader FORM =
            () -> Map.of("username", List.of("first", "last"), "towns", List.of("1", "2"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                TYPE,
                "Multipart/Form-Data;boundary=\"XbX\"",
                "multipart/form-data",
                "multipart/form-data; charset=utf-8; boundary=XbX",
                "multipart/form-data; boundary=XbX; Charset=\"UTF-8\""
            })
    void is_read_by_the_host_like_a_form(String contentType) {
        assertThat(((Form) body(contentType, FORM)).fields())
                .isEqualTo(Map.of("username", "last", "towns", List.of("1", "2")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"latin1", "utf-16", "", "utf-8; charset=latin1"})
    void in_another_charset_is_refused_with_415(String charset) {
        assertThat(status(TYPE + "; charset=" + charset, unread())).isEqualTo(415);
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "multipart/mixed; boundary=x", "multipart/form-dataX", ""})
    void of_another_type_is_left_to_the_reader_of_json(String contentType) {
        assertThat(body(contentType, unread())).isEqualTo(Map.of("json", true));
    }

    @Test
    void of_no_bytes_is_empty() {
        HttpCall call = HttpCall.of("POST", "/")
                .header("Content-Type", TYPE)
                .header("Content-Length", "0")
                .multipart(unread());

        assertThat(call.body().get()).isEqualTo(Map.of());
    }

    @Test
    void above_64_kibibytes_is_refused_with_413_by_its_length_or_by_the_parser() {
        HttpCall call = HttpCall.of("POST", "/")
                .header("Content-Type", TYPE)
                .header("Content-Length", "65537")
                .multipart(unread());

        assertThat(((RequestBody.Unreadable) call.body().get()).reply().status())
                .isEqualTo(413);
        assertThat(status(TYPE, () -> {
                    throw new IllegalStateException("too large: secret");
                }))
                .isEqualTo(413);
    }

    @Test
    void that_is_malformed_is_refused_with_400_without_repeating_it() {
        Object body = body(TYPE, () -> {
            throw new IOException("no boundary: secret");
        });

        assertThat(((RequestBody.Unreadable) body).reply().status()).isEqualTo(400);
        assertThat(((RequestBody.Unreadable) body).reply().body())
                .isEqualTo(Map.of("detail", "The form is malformed."));
    }

    @Test
    void is_read_only_when_the_body_is_used() {
        AtomicInteger reads = new AtomicInteger();
        HttpCall call = HttpCall.of("POST", "/").header("Content-Type", TYPE).multipart(() -> {
            reads.incrementAndGet();
            return Map.of();
        });

        assertThat(reads).hasValue(0);
        assertThat(call.body().get()).isInstanceOf(Form.class);
        assertThat(reads).hasValue(1);
    }

    private static HttpCall.FormReader unread() {
        return () -> {
            throw new AssertionError("read");
        };
    }

    private static int status(String contentType, HttpCall.FormReader reader) {
        return ((RequestBody.Unreadable) body(contentType, reader)).reply().status();
    }

    private static Object body(String contentType, HttpCall.FormReader reader) {
        return HttpCall.of("POST", "/")
                .header("Content-Type", contentType)
                .body(Map.of("json", true))
                .multipart(reader)
                .body()
                .get();
    }
}
