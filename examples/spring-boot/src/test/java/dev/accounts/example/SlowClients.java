package dev.accounts.example;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Connections whose clients send a piece of a body now and then. */
class SlowClients implements AutoCloseable {

    private final int port;
    private final ScheduledExecutorService drips = Executors.newSingleThreadScheduledExecutor();
    private final List<Socket> clients = new ArrayList<>();
    private Future<?> dripping = CompletableFuture.completedFuture(null);

    SlowClients(int port) {
        this.port = port;
    }

    /** Connects from an address that belongs to the number. */
    static Socket connect(int port, int number) throws IOException {
        byte[] address = {127, 0, 1, (byte) number};
        Socket client = new Socket("127.0.0.1", port, InetAddress.getByAddress(address), 0);
        client.setSoTimeout(10_000);
        return client;
    }

    static void send(Socket client, String text) throws IOException {
        client.getOutputStream().write(text.getBytes(UTF_8));
    }

    /** The status line of the reply, once the server has closed the connection. */
    static String statusAtTheEnd(Socket client) throws IOException {
        BufferedReader reply = new BufferedReader(new InputStreamReader(client.getInputStream(), UTF_8));
        String status = reply.readLine();
        try {
            reply.lines().forEach(line -> {});
        } catch (UncheckedIOException reset) {
            // The server closed the connection while the client was still sending.
        }
        return status;
    }

    void add(int number, String path, String headers) throws IOException {
        Socket client = connect(port, number);
        clients.add(client);
        send(client, "POST " + path + " HTTP/1.1\r\nHost: localhost\r\n" + headers + "\r\n\r\n");
    }

    void drip(String piece) {
        dripping = drips.scheduleAtFixedRate(() -> sendAll(piece), 0, 100, TimeUnit.MILLISECONDS);
    }

    private void sendAll(String piece) {
        for (Socket client : clients) {
            try {
                send(client, piece);
            } catch (IOException ended) {
                // The others go on.
            }
        }
    }

    /** Waits until so many clients have a reply. */
    void awaitReplies(int expected) throws IOException {
        int replied = 0;
        while (replied < expected) {
            Thread.onSpinWait();
            replied = 0;
            for (Socket client : clients) {
                replied += client.getInputStream().available() > 0 ? 1 : 0;
            }
        }
    }

    List<String> statusesAtTheEnd() throws IOException {
        List<String> statuses = new ArrayList<>();
        for (Socket client : clients) {
            statuses.add(statusAtTheEnd(client));
        }
        return statuses;
    }

    @Override
    public void close() throws IOException {
        dripping.cancel(true);
        drips.shutdownNow();
        for (Socket client : clients) {
            client.close();
        }
    }
}
