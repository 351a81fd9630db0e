package dev.accounts.jpa.beside;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * Speaks PostgreSQL's protocol as PgBouncer does in the mode {@code transaction}: when a client begins a transaction, it gets the
 * connection to the server that has rested longest, and gives it back at the end. What a client leaves in a connection, such as
 * a setting or a prepared statement, is there for others and not for itself.
 */
final class TransactionPooler implements AutoCloseable {

    private static final int STARTUP = 3 << 16;
    private static final int CANCEL = 80877102;

    private final URI server;
    private final int size;
    private final ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final BlockingQueue<PostgresWire> resting = new LinkedBlockingQueue<>();
    private final List<PostgresWire> open = new CopyOnWriteArrayList<>();
    private final List<PostgresWire.Message> greeting = new ArrayList<>();

    private TransactionPooler(URI server, int size) throws IOException {
        this.server = server;
        this.size = size;
    }

    /** Before a server that trusts its clients. */
    static TransactionPooler before(String jdbcUrl, int size) throws IOException {
        TransactionPooler pooler = new TransactionPooler(URI.create(jdbcUrl.replaceFirst("^jdbc:", "")), size);
        start(pooler::welcome);
        return pooler;
    }

    String url() {
        return "jdbc:postgresql://127.0.0.1:" + door.getLocalPort() + server.getPath() + "?" + server.getQuery();
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "pooler");
        thread.setDaemon(true);
        thread.start();
    }

    private void welcome() {
        try {
            while (true) {
                PostgresWire client = PostgresWire.over(door.accept());
                open.add(client);
                start(() -> serve(client));
            }
        } catch (IOException closed) {
            // The test is over.
        }
    }

    private void serve(PostgresWire client) {
        try (client) {
            PostgresWire.Message startup = client.read(false);
            for (; code(startup) != STARTUP; startup = client.read(false)) {
                if (code(startup) == CANCEL) {
                    return;
                }
                client.out().writeByte('N'); // Neither TLS nor GSS.
                client.out().flush();
            }
            greet(client, startup);
            while (serveTransaction(client)) {}
        } catch (EOFException gone) {
            // The client has closed its connection.
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static int code(PostgresWire.Message startup) {
        return startup.body().getInt(0);
    }

    /** All clients say the same of themselves, so that the first one speaks for all. */
    private synchronized void greet(PostgresWire client, PostgresWire.Message startup) throws IOException {
        if (greeting.isEmpty()) {
            for (int i = 0; i < size; i++) {
                resting.add(connect(startup));
            }
        }
        for (PostgresWire.Message message : greeting) {
            client.write(message);
        }
        client.out().flush();
    }

    private PostgresWire connect(PostgresWire.Message startup) throws IOException {
        PostgresWire wire = PostgresWire.over(new Socket(server.getHost(), server.getPort()));
        open.add(wire);
        wire.write(startup);
        wire.out().flush();
        greeting.clear();
        do {
            greeting.add(wire.read(true));
        } while (!greeting.get(greeting.size() - 1).endsTransaction());
        return wire;
    }

    /** Returns whether another transaction may follow. */
    private boolean serveTransaction(PostgresWire client) throws IOException, InterruptedException {
        PostgresWire.Message request = client.read(true);
        if (request.type() == 'X') {
            return false;
        }
        PostgresWire wire = resting.take();
        while (true) {
            wire.write(request);
            if (request.type() == 'S' || request.type() == 'Q') {
                wire.out().flush();
                if (answer(client, wire)) {
                    resting.add(wire);
                    return true;
                }
            }
            request = client.read(true);
        }
    }

    /** Passes on all answers to a request; returns whether the transaction has ended. */
    private static boolean answer(PostgresWire client, PostgresWire server) throws IOException {
        PostgresWire.Message message;
        do {
            message = server.read(true);
            client.write(message);
        } while (message.type() != 'Z');
        client.out().flush();
        return message.endsTransaction();
    }

    @Override
    public void close() {
        try {
            door.close();
            for (PostgresWire wire : open) {
                wire.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
