package dev.accounts.testkit.contract.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.util.Map;

/**
 * Speaks HTTP/1.1 over a socket, with one connection for each request. The JDK's own client refuses to send some headers and
 * bodies that a server must withstand.
 */
final class RawHttpClient {

    private static final int DEFAULT_PORT = 80;
    private static final int TIMEOUT_MILLIS = 60_000;

    private final URI base;

    RawHttpClient(URI base) {
        if (!"http".equals(base.getScheme())) {
            throw new IllegalArgumentException("the base URL must be plain http: " + base);
        }
        this.base = base;
    }

    RawReply send(RawRequest request) {
        int port = base.getPort() < 0 ? DEFAULT_PORT : base.getPort();
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(base.getHost(), port), TIMEOUT_MILLIS);
            socket.setSoTimeout(TIMEOUT_MILLIS);
            OutputStream out = socket.getOutputStream();
            out.write(encoded(request));
            out.flush();
            return new RawReplyReader(socket.getInputStream()).read();
        } catch (IOException e) {
            throw new UncheckedIOException(request + ": " + e.getMessage(), e);
        }
    }

    private byte[] encoded(RawRequest request) {
        byte[] body = request.body().orElse("").getBytes(UTF_8);
        StringBuilder head = new StringBuilder();
        String path = base.getRawPath().replaceFirst("/+$", "") + request.path();
        head.append(request.method()).append(' ').append(path).append(" HTTP/1.1\r\n");
        head.append("Host: ").append(base.getRawAuthority()).append("\r\nConnection: close\r\n");
        for (Map.Entry<String, String> header : request.headers().entrySet()) {
            head.append(header.getKey()).append(": ").append(header.getValue()).append("\r\n");
        }
        if (request.hasLength()) {
            head.append("Content-Length: ").append(body.length).append("\r\n");
        }
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        message.writeBytes(head.append("\r\n").toString().getBytes(UTF_8));
        message.writeBytes(body);
        return message.toByteArray();
    }
}
