package dev.accounts.http.servlet;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Proxy;
import java.nio.charset.UnsupportedCharsetException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestContentTest {

    private static final String FORM = "application/x-www-form-urlencoded";

    private final Map<String, String[]> parameters = new LinkedHashMap<>();
    private final AtomicBoolean opened = new AtomicBoolean();

    private boolean isParsed = true;

    /** A request of which a filter may have read the body. It fails like Jetty's, if its charset is not known. */
    private HttpServletRequest request(String type, String query, String left) {
        return (HttpServletRequest) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {HttpServletRequest.class}, (proxy, method, arguments) -> {
                    return switch (method.getName()) {
                        case "getHeader" -> "Content-Type".equals(arguments[0]) ? type : null;
                        case "getQueryString" -> query;
                        case "getContentType", "getCharacterEncoding" -> throw new UnsupportedCharsetException("foo");
                        case "getParameterMap" -> parameters();
                        case "getInputStream" -> opened(left);
                        default -> throw new UnsupportedOperationException(method.getName());
                    };
                });
    }

    private Map<String, String[]> parameters() {
        if (!isParsed) {
            throw new UnsupportedCharsetException("foo");
        }
        return parameters;
    }

    private ServletInputStream opened(String left) {
        if (!opened.getAndSet(true)) {
            stream = new ByteArrayInputStream(left.getBytes(UTF_8));
        }
        return new Body(stream);
    }

    private InputStream stream = InputStream.nullInputStream();

    private static String text(InputStream content) throws IOException {
        return new String(content.readAllBytes(), UTF_8);
    }

    @Test
    void is_the_body() throws IOException {
        assertThat(text(new RequestContent(request(FORM, null, "username=ana"))))
                .isEqualTo("username=ana");
    }

    @Test
    void is_not_opened_before_it_is_read() {
        new RequestContent(request(FORM, null, "username=ana"));

        assertThat(opened).isFalse();
    }

    @Test
    void is_the_form_again_if_a_filter_has_read_it_as_parameters() throws IOException {
        parameters.put("username", new String[] {"j\u00F6 &="});
        parameters.put("towns", new String[] {"1", "2"});

        assertThat(text(new RequestContent(request("Application/x-www-form-urlencoded; charset=utf-8", null, ""))))
                .isEqualTo("username=j%C3%B6+%26%3D&towns=1&towns=2");
    }

    @Test
    void has_no_parameters_of_the_query() throws IOException {
        parameters.put("user name", new String[] {"of the query", "of the body"});
        parameters.put("limit", new String[] {"1"});
        parameters.put("%", new String[] {"2"});

        assertThat(text(new RequestContent(request(FORM, "user+name=of+the+query&limit=1&%=2", ""))))
                .isEqualTo("user+name=of+the+body");
    }

    @Test
    void is_empty_if_another_body_was_read() throws IOException {
        parameters.put("username", new String[] {"ana"});

        assertThat(text(new RequestContent(request("application/json", null, ""))))
                .isEmpty();
        assertThat(text(new RequestContent(request(null, null, "")))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {FORM + "; charset=foo", FORM + "; charset=\"a b\"", "text/plain; charset=foo"})
    void is_the_body_in_a_charset_that_the_container_does_not_know(String type) throws IOException {
        isParsed = false;

        assertThat(text(new RequestContent(request(type, null, "username=ana"))))
                .isEqualTo("username=ana");
    }

    @Test
    void cannot_be_read_if_the_container_cannot_parse_its_parameters() {
        isParsed = false;

        assertThatIOException().isThrownBy(() -> text(new RequestContent(request(FORM + "; charset=foo", null, ""))));
    }

    @Test
    void is_read_byte_by_byte_too() throws IOException {
        InputStream content = new RequestContent(request(FORM, null, "\u00FF"));

        assertThat(content.read()).isEqualTo(0xC3);
        assertThat(content.read()).isEqualTo(0xBF);
        assertThat(content.read()).isEqualTo(-1);
    }

    /** A stream as a container gives it. */
    private static final class Body extends ServletInputStream {

        private final InputStream source;

        Body(InputStream source) {
            this.source = source;
        }

        @Override
        public int read() throws IOException {
            return source.read();
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            return source.read(buffer, offset, length);
        }

        @Override
        public boolean isFinished() {
            throw new UnsupportedOperationException("nothing is read asynchronously");
        }

        @Override
        public boolean isReady() {
            throw new UnsupportedOperationException("nothing is read asynchronously");
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new UnsupportedOperationException("nothing is read asynchronously");
        }
    }
}
