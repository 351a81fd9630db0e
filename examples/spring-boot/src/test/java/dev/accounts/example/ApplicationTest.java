package dev.accounts.example;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.accounts.testkit.contract.http.AccountHttpContract;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
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

    private Requests requests() {
        return new Requests(baseUrl());
    }

    @Nested
    class Bodies extends BodyCases {
        Bodies() {
            super(new Requests(baseUrl()));
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
            Requests.assertError(status, requests().send(requests().to(path).method(method, BodyPublishers.noBody())));
        }

        @Test
        void are_json_for_browsers_too() throws Exception {
            Requests.assertError(404, requests().send(requests().to("/nothing").header("Accept", "text/html")));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"HEAD", "OPTIONS", "PUT", "PATCH", "DELETE", "TRACE", "PROPFIND", "NONSENSE"})
    void no_method_makes_it_fail(String method) throws Exception {
        for (String path : new String[] {REGISTER, "/auth/token/login/", "/user/1/", "/towns", "/", "/nothing"}) {
            var reply = requests().send(requests().to(path).method(method, BodyPublishers.noBody()));
            assertThat(reply.statusCode()).as(method + " " + path).isLessThan(500);
        }
    }

    @Test
    void the_page_is_served_with_a_strict_policy() throws Exception {
        var reply = requests().send(requests().to("/"));
        assertThat(reply.statusCode()).isEqualTo(200);
        assertThat(reply.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/html"));
        assertThat(reply.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy).startsWith("default-src 'self'"));
        assertThat(reply.body()).contains("account.js");
    }

    @Test
    void towns_are_listed_without_a_token() throws Exception {
        assertThat(requests().send(requests().to("/towns")).body()).isEqualTo("""
                        [{"id":1,"name":"Perm","country":"Russia"},\
                        {"id":2,"name":"Moscow","country":"Russia"},\
                        {"id":3,"name":"Saint Petersburg","country":"Russia"},\
                        {"id":4,"name":"Berlin","country":"Germany"}]""");
    }
}
