package dev.accounts.jpa.faults;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A network between host and server that loses answers and resets connections. */
final class Cutter implements AutoCloseable {

    private static final int BUFFER = 8192;

    private final int server;
    private final ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile boolean mute;

    Cutter(int server) throws IOException {
        this.server = server;
        run("door", this::welcome);
    }

    int port() {
        return door.getLocalPort();
    }

    /** From now on the server hears the host, and the host does not hear the server. */
    void mute() {
        mute = true;
    }

    /** Resets all connections, and lets new ones through. */
    void cut() {
        // In this order: a connection that was opened meanwhile and lost an answer is among those that are reset.
        mute = false;
        for (Socket socket : open) {
            open.remove(socket);
            reset(socket);
        }
    }

    private static void reset(Socket socket) {
        try {
            socket.setSoLinger(true, 0);
            socket.close();
        } catch (IOException closed) {
            // The other end has gone meanwhile.
        }
    }

    private static void run(String name, Runnable work) {
        Thread thread = new Thread(work, "cutter-" + name);
        thread.setDaemon(true);
        thread.start();
    }

    private void welcome() {
        try {
            while (true) {
                Socket host = door.accept();
                Socket behind = new Socket(InetAddress.getLoopbackAddress(), server);
                host.setTcpNoDelay(true);
                behind.setTcpNoDelay(true);
                open.add(host);
                open.add(behind);
                run("there", () -> pass(host, behind, false));
                run("back", () -> pass(behind, host, true));
            }
        } catch (IOException closed) {
            // The fault is over.
        }
    }

    private void pass(Socket from, Socket to, boolean answers) {
        byte[] buffer = new byte[BUFFER];
        boolean lost = false;
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                // After a lost answer the next one would be taken for it.
                lost |= answers && mute;
                if (!lost) {
                    out.write(buffer, 0, count);
                }
            }
        } catch (IOException cut) {
            // Both ends are closed.
        } finally {
            open.remove(from);
            open.remove(to);
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
        cut();
    }
}
