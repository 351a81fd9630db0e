package dev.accounts.example.javalin;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.accounts.Accounts;
import dev.accounts.http.AccountHttp;
import dev.accounts.http.HttpReply;
import dev.accounts.http.servlet.AccountServlet;
import dev.accounts.testkit.memory.InMemoryAccountStores;
import io.javalin.Javalin;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** The servlet in Jetty, behind a filter that asks for a parameter, as one against forged requests does. */
class AccountServletTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final HttpReply REFUSAL =
            new HttpReply(403, Map.of("Content-Type", "application/json"), Map.of("detail", "\u20AC"));
    private static final String MULTIPART = "multipart/form-data; boundary=XbX";

    private static final Accounts ACCOUNTS = Accounts.over(new InMemoryAccountStores());
    private static Javalin javalin;

    @BeforeAll
    static void start() {
        AccountServlet servlet = AccountServlet.over(
                AccountHttp.over(ACCOUNTS), text -> JSON.readValue(text, Object.class), JSON::writeValueAsString);
        javalin = Javalin.create(config -> config.jetty.modifyServletContextHandler(handler ->
                        handler.addServletContainerInitializer((classes, context) -> {
                            servlet.addTo(context);
                            context.addServlet("half", new HalfWritten()).addMapping("/half");
                            context.addFilter("reader", AccountServletTest::readParameter)
                                    .addMappingForUrlPatterns(null, false, "/auth/*");
                        })))
                .start(0);
    }

    private static void readParameter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        request.getParameter("_csrf");
        chain.doFilter(request, response);
    }

    /** Refuses after it has begun a page. */
    private static final class HalfWritten extends HttpServlet {

        private static final long serialVersionUID = 1L;

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            response.setContentType("text/html");
            response.getWriter().write("<html>");
            AccountServlet.send(REFUSAL, JSON::writeValueAsString, response);
        }
    }

    @AfterAll
    static void stop() {
        javalin.stop();
    }

    private static HttpRequest.Builder at(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + javalin.port() + path));
    }

    private static HttpResponse<String> sent(HttpRequest request) throws Exception {
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    }

    private static HttpResponse<String> register(String type, String body) throws Exception {
        return sent(at("/auth/users/")
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString(body))
                .build());
    }

    private static String field(String name, String value) {
        return "--XbX\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
    }

    @Test
    void reads_forms_of_which_a_filter_has_asked_for_a_parameter() throws Exception {
        String form = "username=ana&password=str0ng-Pass-9";
        String multipart = field("username", "ben") + field("password", "str0ng-Pass-9") + "--XbX--\r\n";

        assertEquals(200, register("application/x-www-form-urlencoded", form).statusCode());
        assertEquals(200, register(MULTIPART, multipart).statusCode());
        assertEquals(400, register(MULTIPART, field("username", "half")).statusCode());
    }

    @Test
    void sends_a_refusal_in_place_of_what_was_written() throws Exception {
        HttpResponse<String> reply = sent(at("/half").build());

        assertEquals(403, reply.statusCode());
        assertEquals("{\"detail\":\"\\u20ac\"}", reply.body());
    }
}
