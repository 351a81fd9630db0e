package dev.accounts.example.quarkus;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Proxy;
import java.net.Socket;
import java.net.URI;
import java.util.Arrays;

/** Requests that an HTTP client does not send. */
final class Requests {

    private static final int PATIENCE = 10_000;

    private Requests() {}

    /** A request that knows only the address of its client. */
    static HttpServerRequest from(String address) {
        SocketAddress client = SocketAddress.inetSocketAddress(1234, address);
        return (HttpServerRequest) Proxy.newProxyInstance(
                Requests.class.getClassLoader(),
                new Class<?>[] {HttpServerRequest.class},
                (proxy, method, arguments) -> {
                    return method.getName().equals("remoteAddress") ? client : null;
                });
    }

    /** Writes lines, and reads until the server closes the connection. */
    static String send(URI server, String... lines) throws IOException {
        try (Socket socket = open(server, lines)) {
            return new String(socket.getInputStream().readAllBytes(), UTF_8);
        }
    }

    /** Writes lines, and reads the beginning of the reply. The last line is not ended. */
    static Socket open(URI server, String... lines) throws IOException {
        Socket socket = new Socket(server.getHost(), server.getPort());
        socket.setSoTimeout(PATIENCE);
        socket.getOutputStream().write(String.join("\r\n", lines).getBytes(UTF_8));
        return socket;
    }

    /** Reads until the reply so far ends with a text. */
    static String read(Socket socket, String end) throws IOException {
        InputStream stream = socket.getInputStream();
        StringBuilder read = new StringBuilder();
        while (read.indexOf(end) < 0) {
            int next = stream.read();
            if (next < 0) {
                return read.toString();
            }
            read.append((char) next);
        }
        return read.toString();
    }

    static String[] concat(String[] first, String... second) {
        String[] all = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        return all;
    }
}
