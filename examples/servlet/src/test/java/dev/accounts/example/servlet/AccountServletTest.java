package dev.accounts.example.servlet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.gson.Gson;
import dev.accounts.Accounts;
import dev.accounts.http.AccountHttp;
import dev.accounts.http.HttpReply;
import dev.accounts.http.servlet.AccountServlet;
import dev.accounts.testkit.memory.InMemoryAccountStores;
import jakarta.servlet.Filter;
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
import java.util.Set;
import org.apache.catalina.Context;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.util.descriptor.web.FilterDef;
import org.apache.tomcat.util.descriptor.web.FilterMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The servlet below a prefix, registered by itself, and behind a filter that reads forms. */
class AccountServletTest {

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String MULTIPART = "multipart/form-data; boundary=XbX";
    private static final String ANA = "username=ana&password=str0ng-Pass-9";

    private final Gson gson = new Gson();
    private final Accounts accounts = Accounts.over(new InMemoryAccountStores());
    private final AccountServlet servlet =
            AccountServlet.over(AccountHttp.over(accounts), text -> gson.fromJson(text, Object.class), gson::toJson);
    private final Tomcat tomcat = new Tomcat();

    private Context context() {
        tomcat.setPort(0);
        tomcat.getConnector();
        return tomcat.addContext("", null);
    }

    @AfterEach
    void stop() throws Exception {
        tomcat.stop();
    }

    private HttpResponse<String> post(String path, String type, String body) throws Exception {
        URI uri = URI.create("http://localhost:" + tomcat.getConnector().getLocalPort() + path);
        HttpRequest request = HttpRequest.newBuilder(uri)
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString(body))
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    }

    @Test
    void answers_below_a_prefix() throws Exception {
        context()
                .addServletContainerInitializer(
                        (classes, started) -> servlet.below("/api/v1").addTo(started), Set.of());
        tomcat.start();

        assertEquals(200, post("/api/v1/auth/users/", FORM, ANA).statusCode());
        assertEquals(200, post("/api/v1/auth/token/login/?x=1", FORM, ANA).statusCode());
        assertEquals(404, post("/auth/users/", FORM, ANA).statusCode());
    }

    @Test
    void reads_forms_of_which_a_filter_has_asked_for_a_parameter() throws Exception {
        Context context = context();
        context.addServletContainerInitializer((classes, started) -> servlet.addTo(started), Set.of());
        add(context, (request, response, chain) -> {
            request.getParameter("_csrf");
            chain.doFilter(request, response);
        });
        tomcat.start();

        assertEquals(200, post("/auth/users/?username=bob", FORM, ANA).statusCode());
        assertEquals(true, accounts.service().isRegistered("ana"));
        String multipart = field("username", "ben") + field("password", "str0ng-Pass-9");
        assertEquals(
                200, post("/auth/users/", MULTIPART, multipart + "--XbX--\r\n").statusCode());
        assertEquals(400, post("/auth/users/", MULTIPART, multipart).statusCode());
    }

    private static String field(String name, String value) {
        return "--XbX\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
    }

    private static void add(Context context, Filter filter) {
        FilterDef definition = new FilterDef();
        definition.setFilterName("reader");
        definition.setFilter(filter);
        context.addFilterDef(definition);
        FilterMap mapping = new FilterMap();
        mapping.setFilterName("reader");
        mapping.addURLPattern("/*");
        context.addFilterMap(mapping);
    }

    @Test
    void sends_a_refusal_in_place_of_what_was_written() throws Exception {
        Tomcat.addServlet(context(), "half", new HalfWritten()).addMapping("/half");
        tomcat.start();
        HttpResponse<String> reply = post("/half", FORM, ANA);

        assertEquals(403, reply.statusCode());
        assertEquals("{\"detail\":\"\\u20ac\"}", reply.body());
    }

    /** Refuses after it has begun a page. */
    private static final class HalfWritten extends HttpServlet {

        private static final long serialVersionUID = 1L;

        @Override
        protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
            response.setContentType("text/html");
            response.getWriter().write("<html>");
            HttpReply reply =
                    new HttpReply(403, Map.of("Content-Type", "application/json"), Map.of("detail", "\u20AC"));
            AccountServlet.send(reply, new Gson()::toJson, response);
        }
    }

    @Test
    void refuses_a_prefix_that_is_none() {
        assertThrows(IllegalArgumentException.class, () -> servlet.below("api"));
        assertThrows(IllegalArgumentException.class, () -> servlet.below("/api/"));
    }
}
