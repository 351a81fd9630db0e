package dev.accounts.example;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.accounts.testkit.contract.http.AccountHttpContract;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

class ApplicationTest extends AccountHttpContract {

    private static final String REGISTER = "/auth/users/";
    private static final String JSON = "application/json";
    private static final int LARGEST = 64 * 1024;

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private static ConfigurableApplicationContext application;

    @BeforeAll
    static void start() {
        application = SpringApplication.run(Application.class, "--server.port=0", "--accounts.contract-fixtures=true");
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @Override
    protected URI baseUrl() {
        return URI.create("http://localhost:" + application.getEnvironment().getRequiredProperty("local.server.port"));
    }

    @Nested
    class Bodies {

        @ParameterizedTest
        @ValueSource(strings = {"{", "{} {}", "{}x", "[NaN]", "\uFEFF{}"})
        void that_are_no_json_are_400(String body) throws Exception {
            assertError(400, post(REGISTER, JSON, BodyPublishers.ofString(body)));
        }

        @ParameterizedTest
        @ValueSource(strings = {"[", "{\"a\":"})
        void that_are_nested_10_000_deep_are_400(String opening) throws Exception {
            assertError(400, post(REGISTER, JSON, BodyPublishers.ofString(opening.repeat(10_000))));
        }

        @ParameterizedTest
        @ValueSource(strings = {"text/plain", "multipart/form-data", "application/xml"})
        void of_another_media_type_are_415(String mediaType) throws Exception {
            assertError(415, post(REGISTER, mediaType, BodyPublishers.ofString("a=%zz")));
        }

        @Test
        void that_are_malformed_forms_are_400() throws Exception {
            assertError(400, post(REGISTER, "application/x-www-form-urlencoded", BodyPublishers.ofString("a=%zz")));
        }

        @Test
        void of_64_kib_are_read() throws Exception {
            String blanks = " ".repeat(LARGEST - 2);
            var reply = post(REGISTER, JSON, BodyPublishers.ofString("{" + blanks + "}"));
            assertThat(reply.statusCode()).isEqualTo(400);
            assertThat(reply.body()).contains("This field is required.");
        }

        @Test
        void above_64_kib_are_413() throws Exception {
            assertError(413, post(REGISTER, JSON, BodyPublishers.ofByteArray(new byte[LARGEST + 1])));
        }

        @Test
        void far_above_64_kib_and_of_unknown_length_are_413() throws Exception {
            byte[] body = new byte[300 * LARGEST];
            BodyPublisher chunked = BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body));
            assertError(413, post(REGISTER, JSON, chunked));
        }
    }

    @Test
    void a_malformed_request_leaves_no_secret_in_the_log() throws Exception {
        String secret = "0123456789abcdef0123456789abcdef01234567";
        PrintStream console = System.out;
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        System.setOut(new PrintStream(log, true, UTF_8));
        try (Socket socket = new Socket("localhost", baseUrl().getPort())) {
            String request =
                    "GET /auth/users/me/ HTTP/1.1\r\nHost: localhost\r\nAuthorization: Token " + secret + "\1\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(UTF_8));
            assertThat(new String(socket.getInputStream().readAllBytes(), UTF_8))
                    .startsWith("HTTP/1.1 400");
        } finally {
            System.setOut(console);
        }
        assertThat(log.toString(UTF_8)).doesNotContain(secret);
    }

    @Nested
    class Errors {

        @ParameterizedTest
        @CsvSource({
            "404, GET,  /auth/nothing",
            "404, GET,  /user//",
            "404, GET,  /nothing",
            "404, GET,  /error",
            "404, GET,  /favicon.ico",
            "404, GET,  //",
            "405, POST, /towns",
            "405, POST, /",
            "400, GET,  /user/..%2f",
        })
        void are_json(int status, String method, String path) throws Exception {
            assertError(status, send(to(path).method(method, BodyPublishers.noBody())));
        }

        @Test
        void are_json_for_browsers_too() throws Exception {
            assertError(404, send(to("/nothing").header("Accept", "text/html")));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"HEAD", "OPTIONS", "PUT", "PATCH", "DELETE", "TRACE", "PROPFIND", "NONSENSE"})
    void no_method_makes_it_fail(String method) throws Exception {
        for (String path : new String[] {REGISTER, "/auth/token/login/", "/user/1/", "/towns", "/", "/nothing"}) {
            var reply = send(to(path).method(method, BodyPublishers.noBody()));
            assertThat(reply.statusCode()).as(method + " " + path).isLessThan(500);
        }
    }

    @Test
    void the_page_is_served_with_a_strict_policy() throws Exception {
        var reply = send(to("/"));
        assertThat(reply.statusCode()).isEqualTo(200);
        assertThat(reply.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/html"));
        assertThat(reply.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy).startsWith("default-src 'self'"));
        assertThat(reply.body()).contains("account.js");
    }

    @Test
    void towns_are_listed_without_a_token() throws Exception {
        assertThat(send(to("/towns")).body()).isEqualTo("""
                        [{"id":1,"name":"Perm","country":"Russia"},\
                        {"id":2,"name":"Moscow","country":"Russia"},\
                        {"id":3,"name":"Saint Petersburg","country":"Russia"},\
                        {"id":4,"name":"Berlin","country":"Germany"}]""");
    }

    private static void assertError(int status, HttpResponse<String> reply) {
        assertThat(reply.statusCode()).isEqualTo(status);
        assertThat(reply.headers().firstValue("Content-Type")).hasValue(JSON);
        assertThat(reply.body()).matches("\\{\"detail\":\"[^<>]+\"}");
    }

    private HttpResponse<String> post(String path, String mediaType, BodyPublisher body) throws Exception {
        return send(to(path).header("Content-Type", mediaType).POST(body));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return CLIENT.send(request.build(), BodyHandlers.ofString());
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create(baseUrl() + path));
    }
}
