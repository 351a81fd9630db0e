package dev.accounts.example;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** Clients that send a byte now and then, so that no pause is long enough for Tomcat to end the request. */
class SlowBodiesTest {

    private static final int THREADS = 8;
    private static final int WITH_BODY = 4;
    private static final int CLIENTS = 12;

    private static ConfigurableApplicationContext application;

    private final ScheduledExecutorService drips = Executors.newSingleThreadScheduledExecutor();
    private final List<Socket> clients = new ArrayList<>();
    private Future<?> dripping = CompletableFuture.completedFuture(null);

    @BeforeAll
    static void start() {
        application = SpringApplication.run(
                Application.class,
                "--server.port=0",
                "--accounts.contract-fixtures=true",
                "--server.tomcat.threads.max=" + THREADS,
                "--accounts.body.parallel=" + WITH_BODY,
                "--accounts.body.timeout=1500ms");
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @AfterEach
    void hangUp() throws IOException {
        dripping.cancel(true);
        drips.shutdownNow();
        for (Socket client : clients) {
            client.close();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/auth/users/, 'Content-Length: 5000\r\nContent-Type: application/json', x",
        "/auth/users/, 'Content-Length: 5000\r\nContent-Type: multipart/form-data; boundary=XbX', x",
        "/nothing, Content-Length: 5000, x",
        "/towns, Transfer-Encoding: chunked, '1\r\nx\r\n'"
    })
    void keep_no_other_request_waiting_and_end_when_their_time_is_over(String path, String headers, String piece)
            throws Exception {
        for (int i = 0; i < CLIENTS; i++) {
            clients.add(dripping(path, headers));
        }
        dripping = drips.scheduleAtFixedRate(() -> drip(piece), 0, 100, TimeUnit.MILLISECONDS);

        assertThat(towns().statusCode()).isEqualTo(200);
        List<String> statuses = new ArrayList<>();
        for (Socket client : clients) {
            statuses.add(statusAtTheEnd(client));
        }
        assertThat(statuses).filteredOn(status -> status.contains(" 503 ")).hasSize(CLIENTS - WITH_BODY);
        assertThat(statuses).filteredOn(status -> status.contains(" 4")).hasSize(WITH_BODY);
    }

    @Test
    void a_reply_to_a_body_that_was_not_read_arrives_and_the_connection_goes_on() throws Exception {
        try (Socket client = client()) {
            send(client, "POST /nothing HTTP/1.1\r\nHost: localhost\r\nContent-Length: 3000000\r\n\r\n");
            send(client, "x".repeat(3_000_000));
            send(client, "GET /towns HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

            assertThat(new String(client.getInputStream().readAllBytes(), UTF_8))
                    .containsSubsequence("HTTP/1.1 404", "HTTP/1.1 200");
        }
    }

    @Test
    void a_request_waits_a_few_seconds_for_a_connection_to_the_database() {
        assertThat(application.getBean(HikariDataSource.class).getConnectionTimeout())
                .isBetween(2000L, 5000L);
    }

    private static Socket dripping(String path, String headers) throws IOException {
        Socket client = client();
        send(client, "POST " + path + " HTTP/1.1\r\nHost: localhost\r\n" + headers + "\r\n\r\n");
        return client;
    }

    private static Socket client() throws IOException {
        Socket client = new Socket("localhost", uri("/").getPort());
        client.setSoTimeout(10_000);
        return client;
    }

    private static void send(Socket client, String text) throws IOException {
        client.getOutputStream().write(text.getBytes(UTF_8));
    }

    private void drip(String piece) {
        for (Socket client : clients) {
            try {
                send(client, piece);
            } catch (IOException ended) {
                // The others go on.
            }
        }
    }

    private HttpResponse<String> towns() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(uri("/towns"))
                .timeout(Duration.ofSeconds(1))
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    }

    /** The status line of the reply, once the server has closed the connection. */
    private static String statusAtTheEnd(Socket client) throws IOException {
        BufferedReader reply = new BufferedReader(new InputStreamReader(client.getInputStream(), UTF_8));
        String status = reply.readLine();
        try {
            reply.lines().forEach(line -> {});
        } catch (UncheckedIOException reset) {
            // The server closed the connection while the client was still sending.
        }
        return status;
    }

    private static URI uri(String path) {
        return URI.create(
                "http://localhost:" + application.getEnvironment().getRequiredProperty("local.server.port") + path);
    }
}
