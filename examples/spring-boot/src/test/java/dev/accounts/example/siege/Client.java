package dev.accounts.example.siege;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** A connection from one of the machine's own addresses. Used by one thread. */
final class Client implements AutoCloseable {

    private static final int TIMEOUT_MILLIS = 30_000;

    private final Socket socket = new Socket();
    private final InputStream replies;

    /**
     * Connects.
     *
     * @param source which of the addresses 127.0.0.0/8 the client has
     */
    Client(int port, int source) throws IOException {
        byte[] address = {127, (byte) (source >> 16), (byte) (source >> 8), (byte) source};
        socket.bind(new InetSocketAddress(InetAddress.getByAddress(address), 0));
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        socket.setSoTimeout(TIMEOUT_MILLIS);
        socket.setTcpNoDelay(true);
        replies = new BufferedInputStream(socket.getInputStream());
    }

    /** A reply; the names of its headers are in lower case. */
    record Reply(int status, Map<String, String> headers, String body) {

        boolean closes() {
            return "close".equals(headers.get("connection"));
        }
    }

    Reply send(String method, String path, String headers, String body) throws IOException {
        byte[] bytes = body.getBytes(UTF_8);
        String head = method + " " + path + " HTTP/1.1\r\nHost: localhost\r\n" + headers
                + (bytes.length == 0
                        ? ""
                        : "Content-Type: application/json\r\nContent-Length: " + bytes.length + "\r\n")
                + "\r\n";
        try {
            socket.getOutputStream().write(head.getBytes(ISO_8859_1));
            socket.getOutputStream().write(bytes);
        } catch (IOException refused) {
            // The server need not read a body that it refuses; its reply may have arrived.
        }
        return read();
    }

    private Reply read() throws IOException {
        int status = Integer.parseInt(line().split(" ", 3)[1]);
        Map<String, String> headers = new HashMap<>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        String length = headers.get("content-length");
        byte[] body = "chunked".equals(headers.get("transfer-encoding"))
                ? chunks()
                : replies.readNBytes(length == null ? 0 : Integer.parseInt(length));
        return new Reply(status, headers, new String(body, UTF_8));
    }

    private byte[] chunks() throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int size = Integer.parseInt(line(), 16); ; size = Integer.parseInt(line(), 16)) {
            body.write(replies.readNBytes(size));
            line();
            if (size == 0) {
                return body.toByteArray();
            }
        }
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int read = replies.read(); read != '\n'; read = replies.read()) {
            if (read < 0) {
                throw new EOFException("the server has closed the connection");
            }
            line.append((char) read);
        }
        return line.toString().strip();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
