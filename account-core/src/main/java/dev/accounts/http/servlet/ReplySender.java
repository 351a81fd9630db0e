package dev.accounts.http.servlet;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.accounts.http.HttpReply;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Sends a reply by the stream of a response, or by its writer if the host has asked for that before. */
record ReplySender(HttpServletResponse response) {

    private static final int ASCII = 0x80;

    void send(HttpReply reply, AccountServlet.JsonWriter writer) throws IOException {
        Object body = reply.body();
        String json = body == null ? "" : json(body, writer);
        response.resetBuffer();
        response.setStatus(reply.status());
        reply.headers().forEach(response::setHeader);
        ServletOutputStream stream = stream();
        if (stream == null) {
            write(ascii(json));
        } else {
            byte[] content = json.getBytes(UTF_8);
            response.setContentLength(content.length);
            stream.write(content);
        }
    }

    private static String json(Object body, AccountServlet.JsonWriter writer) throws IOException {
        try {
            return writer.write(body);
        } catch (IOException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException("the JSON mapper failed", e);
        }
    }

    /** Returns null if the writer is in use. Only the exception tells. */
    private @Nullable ServletOutputStream stream() throws IOException {
        try {
            return response.getOutputStream();
        } catch (IllegalStateException writerInUse) {
            return null;
        }
    }

    private void write(String json) throws IOException {
        response.setContentLength(json.getBytes(response.getCharacterEncoding()).length);
        response.getWriter().write(json);
    }

    /** Escapes what the charset of a writer, which cannot be changed any more, may not have. */
    private static String ascii(String json) {
        StringBuilder escaped = new StringBuilder();
        json.chars().forEach(unit -> escaped.append(unit < ASCII ? (char) unit + "" : "\\u%04x".formatted(unit)));
        return escaped.toString();
    }
}
