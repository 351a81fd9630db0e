package dev.accounts.example;

import static dev.accounts.example.SlowClients.connect;
import static dev.accounts.example.SlowClients.send;
import static dev.accounts.example.SlowClients.statusAtTheEnd;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** Clients whose pauses are too short, and whose connections are too many, for Tomcat to end their requests. */
class ClientLimitsTest {

    private static final int THREADS = 8;
    private static final int WITH_BODY = 4;
    private static final int PER_CLIENT = 3;
    private static final int CLIENTS = 12;

    private static ConfigurableApplicationContext application;

    private final SlowClients clients = new SlowClients(port());

    @BeforeAll
    static void start() {
        application = SpringApplication.run(
                Application.class,
                "--server.port=0",
                "--accounts.contract-fixtures=true",
                "--server.tomcat.threads.max=" + THREADS,
                "--accounts.body.parallel=" + WITH_BODY,
                "--accounts.body.timeout=1500ms",
                "--accounts.client.parallel=" + PER_CLIENT);
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @AfterEach
    void hangUp() throws IOException {
        clients.close();
    }

    @ParameterizedTest
    @CsvSource({
        "/auth/users/, 'Content-Length: 5000\r\nContent-Type: application/json', x",
        "/auth/users/, 'Content-Length: 5000\r\nContent-Type: multipart/form-data; boundary=XbX', x",
        "/nothing, Content-Length: 5000, x",
        "/towns, Transfer-Encoding: chunked, '1\r\nx\r\n'"
    })
    void slow_bodies_keep_no_other_request_waiting_and_end_when_their_time_is_over(
            String path, String headers, String piece) throws Exception {
        for (int i = 0; i < CLIENTS; i++) {
            clients.add(i, path, headers);
        }
        clients.drip(piece);

        assertThat(towns().statusCode()).isEqualTo(200);
        List<String> statuses = clients.statusesAtTheEnd();
        assertThat(statuses).filteredOn(status -> status.contains(" 503 ")).hasSize(CLIENTS - WITH_BODY);
        assertThat(statuses).filteredOn(status -> status.contains(" 4")).hasSize(WITH_BODY);
    }

    @Test
    void one_client_with_many_connections_leaves_others_their_part() throws Exception {
        for (int i = 0; i < CLIENTS; i++) {
            clients.add(1, "/nothing", "Content-Length: 5000");
        }
        clients.drip("x");
        clients.awaitReplies(CLIENTS - PER_CLIENT);

        try (Socket other = connect(port(), 2)) {
            send(other, post("1") + "x");
            assertThat(statusAtTheEnd(other)).contains(" 415 ");
        }
        assertThat(clients.statusesAtTheEnd())
                .filteredOn(status -> status.contains(" 503 "))
                .hasSize(CLIENTS - PER_CLIENT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-5", "x", "99999999999999999999", "1, 2"})
    void a_length_that_is_none_is_refused(String length) throws Exception {
        try (Socket client = connect(port(), 1)) {
            send(client, post(length));

            assertThat(statusAtTheEnd(client)).contains(" 400 ");
        }
    }

    @Test
    void a_reply_to_a_body_that_was_not_read_arrives_and_the_connection_goes_on() throws Exception {
        try (Socket client = connect(port(), 1)) {
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

    private static String post(String length) {
        return "POST /auth/token/login/ HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: " + length
                + "\r\n\r\n";
    }

    private static HttpResponse<String> towns() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port() + "/towns"))
                .timeout(Duration.ofSeconds(1))
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    }

    private static int port() {
        return application.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }
}
