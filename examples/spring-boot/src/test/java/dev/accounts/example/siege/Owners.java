package dev.accounts.example.siege;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;

/** Users who are logged in and ask who they are, 200 times a second, however long the replies take. */
final class Owners {

    private static final int CONNECTIONS = 8;
    private static final long INTERVAL = 1_000_000_000L / 200;

    private final int port;
    private final String token;

    Owners(int port) throws IOException {
        this.port = port;
        try (Client client = new Client(port, 1)) {
            Client.Reply reply = client.send(
                    "POST",
                    "/auth/token/login/",
                    "",
                    "{\"username\":\"owner0\",\"password\":\"" + SiegedApplication.PASSWORD + "\"}");
            token = reply.body().replaceAll(".*\"auth_token\":\"([0-9a-f]{40})\".*", "$1");
        }
    }

    /** What the users saw: how long each of their requests took, and what was wrong with a reply. */
    record Experience(List<Long> nanos, List<String> errors) {

        double millis(double quantile) {
            return nanos.get((int) (nanos.size() * quantile)) / 1e6;
        }
    }

    Experience ask(Duration time) throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS);
        try {
            List<Future<Experience>> askers = new ArrayList<>();
            for (int i = 0; i < CONNECTIONS; i++) {
                int first = i;
                askers.add(threads.submit(() -> ask(time, first)));
            }
            Experience all = new Experience(new ArrayList<>(), new ArrayList<>());
            for (Future<Experience> asker : askers) {
                all.nanos().addAll(asker.get().nanos());
                all.errors().addAll(asker.get().errors());
            }
            all.nanos().sort(null);
            return all;
        } finally {
            threads.shutdownNow();
        }
    }

    /**
     * Measures from the time at which a request was due, so that a slow reply counts for those that wait behind it. Requests that
     * could not be sent in time have waited until the end.
     */
    private Experience ask(Duration time, int first) throws IOException {
        Experience seen = new Experience(new ArrayList<>(), new ArrayList<>());
        long start = System.nanoTime();
        Client client = new Client(port, 1);
        try {
            for (long due = first * INTERVAL; due < time.toNanos(); due += CONNECTIONS * INTERVAL) {
                LockSupport.parkNanos(start + due - System.nanoTime());
                if (System.nanoTime() - start < time.toNanos()) {
                    client = ask(client, seen);
                }
                seen.nanos().add(System.nanoTime() - start - due);
            }
        } finally {
            client.close();
        }
        return seen;
    }

    private Client ask(Client client, Experience seen) throws IOException {
        Client.Reply reply = client.send("GET", "/auth/users/me/", "Authorization: Token " + token + "\r\n", "");
        if (reply.status() != 200) {
            seen.errors().add(reply.toString());
        }
        if (!reply.closes()) {
            return client;
        }
        client.close();
        return new Client(port, 1);
    }
}
