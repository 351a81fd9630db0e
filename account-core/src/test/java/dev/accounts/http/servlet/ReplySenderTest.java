package dev.accounts.http.servlet;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.accounts.http.HttpReply;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ReplySenderTest {

    private static final HttpReply REPLY = new HttpReply(403, Map.of("Cache-Control", "no-store"), Map.of());
    private static final String JSON = "{\"detail\":\"\u00E4\u20AC\uD83D\uDE00\"}";

    private final ByteArrayOutputStream sent = new ByteArrayOutputStream();
    private final PrintWriter writer = new PrintWriter(new OutputStreamWriter(sent, ISO_8859_1));
    private final Map<String, Object> head = new TreeMap<>();
    private boolean isWriterInUse;
    private boolean isCommitted;

    private final HttpServletResponse response = (HttpServletResponse) Proxy.newProxyInstance(
            getClass().getClassLoader(), new Class<?>[] {HttpServletResponse.class}, (proxy, method, arguments) -> {
                switch (method.getName()) {
                    case "setStatus" -> head.put("status", arguments[0]);
                    case "setHeader" -> head.put((String) arguments[0], arguments[1]);
                    case "setContentLength" -> head.put("length", arguments[0]);
                    case "resetBuffer" -> reset();
                    case "getOutputStream" -> {
                        return stream();
                    }
                    case "getWriter" -> {
                        isWriterInUse = true;
                        return writer;
                    }
                    case "getCharacterEncoding" -> {
                        return "ISO-8859-1";
                    }
                    default -> throw new UnsupportedOperationException(method.getName());
                }
                return null;
            });

    private void reset() {
        if (isCommitted) {
            throw new IllegalStateException("committed");
        }
        writer.flush();
        sent.reset();
    }

    private ServletOutputStream stream() {
        if (isWriterInUse) {
            throw new IllegalStateException("getWriter() has been called");
        }
        return new Body(sent);
    }

    private String sent() {
        writer.flush();
        return sent.toString(UTF_8);
    }

    @Test
    void sends_status_headers_and_json_in_utf_8() throws IOException {
        AccountServlet.send(REPLY, body -> JSON, response);

        assertThat(sent()).isEqualTo(JSON);
        assertThat(head).isEqualTo(Map.of("status", 403, "Cache-Control", "no-store", "length", sent.size()));
    }

    @Test
    void sends_nothing_where_there_is_no_body() throws IOException {
        AccountServlet.send(new HttpReply(204, Map.of(), null), body -> JSON, response);

        assertThat(sent()).isEmpty();
        assertThat(head).containsEntry("status", 204).containsEntry("length", 0);
    }

    @Test
    void replaces_what_the_host_has_written() throws IOException {
        response.getWriter().write("half a page");
        AccountServlet.send(REPLY, body -> JSON, response);

        assertThat(sent()).isEqualTo("{\"detail\":\"\\u00e4\\u20ac\\ud83d\\ude00\"}");
        assertThat(head).containsEntry("status", 403).containsEntry("length", sent.size());
    }

    @Test
    void fails_if_the_response_is_committed() {
        isCommitted = true;

        assertThatThrownBy(() -> AccountServlet.send(REPLY, body -> JSON, response))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void fails_if_the_mapper_does_and_leaves_the_response_as_it_was() {
        assertThatIOException().isThrownBy(() -> AccountServlet.send(REPLY, body -> failing(), response));
        assertThat(head).isEmpty();
    }

    private static String failing() throws Exception {
        throw new Exception("no JSON");
    }

    /** A stream as a container gives it. */
    private static final class Body extends ServletOutputStream {

        private final ByteArrayOutputStream target;

        Body(ByteArrayOutputStream target) {
            this.target = target;
        }

        @Override
        public void write(int b) {
            target.write(b);
        }

        @Override
        public boolean isReady() {
            throw new UnsupportedOperationException("nothing is written asynchronously");
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            throw new UnsupportedOperationException("nothing is written asynchronously");
        }
    }
}
