package dev.accounts.jpa;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;

/**
 * One connection of a load generator: it sends the bytes of a request and waits for all of the reply. It does as little as a
 * client can, since it takes its processor time from the server that is measured.
 */
class KeepAliveClient implements Closeable {

    private static final String END = "\r\n\r\n";
    private static final String LENGTH = "\r\nContent-Length: ";

    private final Socket socket;
    private final byte[] buffer = new byte[8192];

    KeepAliveClient(int port) {
        try {
            socket = new Socket(InetAddress.getLoopbackAddress(), port);
            socket.setTcpNoDelay(true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the reply, its head and its body. */
    String exchange(byte[] request) {
        try {
            socket.getOutputStream().write(request);
            int filled = 0;
            while (true) {
                int read = socket.getInputStream().read(buffer, filled, buffer.length - filled);
                if (read <= 0) {
                    throw new EOFException("the server ended the connection, or its reply is too long");
                }
                filled += read;
                String reply = new String(buffer, 0, filled, ISO_8859_1);
                if (isWhole(reply)) {
                    return reply;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isWhole(String reply) {
        int end = reply.indexOf(END);
        if (end < 0) {
            return false;
        }
        int start = reply.indexOf(LENGTH) + LENGTH.length();
        int length = Integer.parseInt(reply, start, reply.indexOf('\r', start), 10);
        return reply.length() == end + END.length() + length;
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
