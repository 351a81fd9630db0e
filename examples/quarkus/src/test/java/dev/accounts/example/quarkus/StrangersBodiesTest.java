package dev.accounts.example.quarkus;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.ByteArrayInputStream;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies that are malformed, too large, late or not sent at all. */
@QuarkusTest
@TestProfile(Strangers.Guarded.class)
class StrangersBodiesTest extends Strangers {

    private final HttpClient client = HttpClient.newHttpClient();

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "boundary=, 400, The form is malformed.",
                "boundary=\", 400, The form is malformed.",
                "boundary=;charset=x, 415, `Unsupported media type \\\"multipart/form-data; boundary=;charset=x\\\" in request.`",
                "boundary=b, 400, The form is malformed.",
                "x=b, 400, The form is malformed."
            })
    void malformed_forms_are_refused(String parameter, int status, String detail) throws Exception {
        String type = "Content-Type: multipart/form-data; " + parameter;
        for (String path : new String[] {"/auth/token/login/", "/auth/users/"}) {
            assertReply(status, detail, send("POST " + path, type, "Content-Length: 5", "", "--b\r\n"));
        }
        assertReply(404, "Not found.", send("POST /auth/nothing/", type, "Content-Length: 1", "", "x"));
    }

    @Test
    void a_form_and_json_that_are_too_large_are_refused() throws Exception {
        String form = "Content-Type: application/x-www-form-urlencoded";
        String tooLarge = "Request body is too large.";
        assertReply(413, tooLarge, send("POST /auth/users/", form, "Content-Length: 70000", "", "a".repeat(70_000)));
        assertReply(413, tooLarge, send("POST /auth/users/", form, "Content-Length: 70000", "", "a"));
        String chunked = "11170\r\n" + "a".repeat(70_000) + "\r\n0\r\n\r\n";
        assertReply(413, tooLarge, send("POST /auth/users/", JSON, "Transfer-Encoding: chunked", "", chunked));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT /auth/users/me/", "DELETE /auth/users/me/", "POST /auth/users/set_password/"})
    void a_body_that_does_not_come_delays_no_refusal(String request) throws Exception {
        String dead = send(request, JSON, DEAD, "Content-Length: 500", "", "");
        assertReply(401, "Invalid token.", dead);
        String missing = send(request, JSON, "Content-Length: 500", "", "");
        assertReply(401, "Authentication credentials were not provided.", missing);
        assertReply(404, "Not found.", send("POST /auth/nothing/", "Content-Length: 500", "", ""));
    }

    @Test
    void the_connection_serves_the_next_request_after_a_refusal() throws Exception {
        String[] next = {"x".repeat(500) + "OPTIONS /auth/users/ HTTP/1.1", "Host: x", "Connection: close", "", ""};
        try (Socket socket =
                open("PUT /auth/users/me/", Requests.concat(new String[] {"Content-Length: 500", ""}, next))) {
            String replies = Requests.read(socket, "Allow: ");
            assertTrue(replies.startsWith("HTTP/1.1 401 ") && replies.contains("HTTP/1.1 200 "), replies);
        }
    }

    @Test
    void a_client_that_waits_for_100_is_told_only_if_its_body_is_needed() throws Exception {
        String[] waiting = {JSON, "Expect: 100-continue", "Content-Length: 2"};
        assertReply(401, "Invalid token.", send("PUT /auth/users/me/", Requests.concat(waiting, DEAD, "", "")));
        try (Socket socket = open("PUT /auth/users/me/", Requests.concat(waiting, token(), "", ""))) {
            assertEquals("HTTP/1.1 100 Continue\r\n\r\n", Requests.read(socket, "\r\n\r\n"));
            socket.getOutputStream().write("{}".getBytes(UTF_8));
            assertTrue(Requests.read(socket, "\r\n").startsWith("HTTP/1.1 200 "));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 9\r\n\r\n{",
                "Transfer-Encoding: chunked\r\n\r\nzz\r\n",
                "Content-Length: 2\r\n\r\n{}"
            })
    void who_hangs_up_or_breaks_the_protocol_is_not_logged(String rest) throws Exception {
        for (String path : new String[] {"users/", "token/login/"}) {
            for (int pause = 0; pause <= 200; pause += 200) {
                try (Socket socket = open("POST /auth/" + path, JSON, rest)) {
                    Thread.sleep(pause);
                    socket.setSoLinger(pause == 0, 0);
                }
            }
        }
    }

    @Test
    void the_idle_timeout_ends_a_body_that_stops() throws Exception {
        assertEquals("", send("POST /auth/users/", JSON, "Content-Length: 9", "", "{"));
    }

    private HttpResponse<String> register(String type, BodyPublisher body) throws Exception {
        return client.send(
                HttpRequest.newBuilder(url.resolve("/auth/users/"))
                        .header("Content-Type", type)
                        .POST(body)
                        .build(),
                BodyHandlers.ofString());
    }

    @ParameterizedTest
    @CsvSource({
        "application/x-www-form-urlencoded, username=a, ''",
        "multipart/form-data; boundary=XbX, '--XbX\r\nContent-Disposition: form-data; name=username\r\n\r\na', '\r\n--XbX--'"
    })
    void leaves_forms_to_the_library(String type, String start, String end) throws Exception {
        String long150 = "{\"username\":[\"Ensure this field has no more than 150 characters.\"]";
        String missing = "\"password\":[\"This field is required.\"]}";
        String form = start + "a".repeat(10_000) + end;
        assertEquals(
                long150 + "," + missing,
                register(type, BodyPublishers.ofString(form)).body());
        String tooLarge = "{\"detail\":\"Request body is too large.\"}";
        for (int length : List.of(70_000, 5_000_000)) {
            byte[] large = (start + "a".repeat(length) + end).getBytes(UTF_8);
            assertEquals(
                    tooLarge, register(type, BodyPublishers.ofByteArray(large)).body());
            BodyPublisher withoutLength = BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large));
            assertEquals(tooLarge, register(type, withoutLength).body());
        }
    }

    private int statusByHttp2(String method, int length) throws Exception {
        HttpResponse<String> reply = client.send(
                HttpRequest.newBuilder(url.resolve("/auth/users/" + (method.equals("PUT") ? "me/" : "")))
                        .header("Content-Type", "application/json")
                        .method(method, BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[length])))
                        .build(),
                BodyHandlers.ofString());
        assertEquals(HttpClient.Version.HTTP_2, reply.version());
        return reply.statusCode();
    }

    @Test
    void bodies_are_refused_by_http_2_as_well() throws Exception {
        for (int i = 0; i < 20; i++) {
            assertEquals(401, statusByHttp2("PUT", 500));
            assertEquals(401, statusByHttp2("PUT", 100_000));
            assertEquals(400, statusByHttp2("POST", 0));
            assertEquals(400, statusByHttp2("POST", 2));
            assertEquals(413, statusByHttp2("POST", 100_000));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Host: a:b:c/", "X: y"})
    void a_request_without_a_host_is_refused_by_quarkus_on_all_paths(String host) throws Exception {
        String[] replies = new String[2];
        for (int i = 0; i < 2; i++) {
            String path = List.of("/auth/users/", "/notes").get(i);
            String reply = Requests.send(url, "GET " + path + " HTTP/1.1", host, "Connection: close", "", "");
            replies[i] = reply.replaceAll("Error id [^,]+", "");
        }
        assertTrue(replies[0].startsWith("HTTP/1.1 400 "), replies[0]);
        assertEquals(replies[1], replies[0]);
        expectErrors(2);
    }
}
