package dev.accounts.example;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accounts.Accounts;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A whole account life over HTTP, with the throttle on and the links that the console would show. */
class AccountLifeTest {

    private static final String FIRST = "k12345678";
    private static final String SECOND = "an0ther-Secret";
    private static final String THIRD = "a-th1rd-Secret";
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final JsonMapper JSON = new JsonMapper();

    private static ConfigurableApplicationContext application;

    @BeforeAll
    static void start() {
        application = new SpringApplication(Application.class, RememberingNotifier.class)
                .run(
                        "--server.port=0",
                        "--accounts.base-url=https://example.org",
                        "--accounts.key.file=",
                        "--spring.datasource.url=jdbc:h2:mem:life;DB_CLOSE_DELAY=-1");
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @Test
    void two_devices_a_new_password_and_a_forgotten_one() throws Exception {
        register("ana");
        String laptop = logIn("ana", FIRST, "Laptop");
        String phone = logIn("ana", FIRST, "Phone");

        JsonNode sessions = json(call("GET", "sessions/", laptop, null));
        assertThat(sessions.findValuesAsString("label")).containsExactly("Phone", "Laptop");
        assertThat(sessions.get(0).get("current").asBoolean()).isFalse();
        assertThat(sessions.get(1).get("current").asBoolean()).isTrue();
        String other = sessions.get(0).get("id").asString();
        assertStatus(204, call("DELETE", "sessions/" + other + "/", laptop, null));
        assertStatus(401, call("GET", "users/me/", phone, null));

        Map<String, String> change = Map.of("current_password", FIRST, "new_password", SECOND);
        assertStatus(204, call("POST", "users/set_password/", laptop, change));
        assertStatus(200, call("GET", "users/me/", laptop, null));
        assertThat(notifier().next("<ana@example.org>")).contains("your password was changed");

        List<String> link = link("users/reset_password/", "ANA@example.org", "reset");
        var reset = Map.of("uid", link.get(0), "token", link.get(1), "new_password", THIRD);
        assertStatus(204, call("POST", "users/reset_password_confirm/", "", reset));
        assertStatus(400, call("POST", "users/reset_password_confirm/", "", reset));
        assertStatus(401, call("GET", "users/me/", laptop, null));
        assertStatus(400, call("POST", "token/login/", "", Map.of("username", "ana", "password", SECOND)));
        logIn("ana", THIRD, "Laptop");
    }

    @Test
    void an_address_is_changed_and_confirmed_and_the_account_deleted() throws Exception {
        long id = register("ben");
        String token = logIn("ben", FIRST, "");
        var address = Map.of("email", "benjamin@example.org", "current_password", FIRST);
        assertStatus(200, call("PATCH", "users/me/", token, address));
        assertThat(notifier().next("<ben@example.org>")).contains("the address of your account was changed");

        List<String> link = link("users/resend_activation/", "benjamin@example.org", "verify");
        assertStatus(204, call("POST", "users/activation/", "", Map.of("uid", link.get(0), "token", link.get(1))));

        String again = logIn("ben", FIRST, "");
        assertStatus(204, call("DELETE", "users/me/", again, Map.of("current_password", FIRST)));
        assertStatus(401, call("GET", "users/me/", again, null));
        assertThat(audited(id)).isEmpty();
    }

    @Test
    void a_link_sets_another_username() throws Exception {
        register("fay");
        List<String> link = link("users/reset_username/", "fay@example.org", "username");
        var another = Map.of("uid", link.get(0), "token", link.get(1), "new_username", "faye");
        assertStatus(204, call("POST", "users/reset_username_confirm/", "", another));
        logIn("faye", FIRST, "");
    }

    @Test
    void what_a_client_calls_itself_and_where_it_is_are_kept() throws Exception {
        long id = register("cleo");
        var login = Map.of("username", "cleo", "password", FIRST);
        var request = to("token/login/").header("User-Agent", "toaster/1.0");
        String token = json(send(request, "POST", login)).get("auth_token").asString();
        JsonNode sessions = json(call("GET", "sessions/", token, null));
        assertThat(sessions.findValuesAsString("label")).containsExactly("toaster/1.0");
        assertThat(audited(id)).containsExactly("127.0.0.1");
    }

    @Test
    void staff_list_users_by_pages() throws Exception {
        long id = register("dora");
        application.getBean(Accounts.class).maintenance().appointSuperuser(id);
        String token = logIn("dora", FIRST, "");
        JsonNode page = json(call("GET", "users/?after=" + (id - 1) + "&limit=1", token, null));
        assertThat(page.findValuesAsString("username")).containsExactly("dora");
    }

    @Test
    void guessing_is_slowed_down() throws Exception {
        register("eve");
        var guess = Map.of("username", "eve", "password", "a wrong guess");
        var reply = call("POST", "token/login/", "", guess);
        // On a slow machine, a guess may take longer than the first waits last.
        for (int guesses = 1; guesses < 12 && reply.statusCode() == 400; guesses++) {
            reply = call("POST", "token/login/", "", guess);
        }
        assertStatus(429, reply);
        assertThat(reply.headers().firstValue("Retry-After")).isPresent();
    }

    /** Returns the sources that the audit table has for a user. */
    private static List<String> audited(long userId) {
        return application
                .getBean(JdbcClient.class)
                .sql("select distinct source from account_audit where user_id = ?")
                .param(userId)
                .query(String.class)
                .list();
    }

    private static RememberingNotifier notifier() {
        return application.getBean(RememberingNotifier.class);
    }

    /** Asks for a link to an address, in any case, and returns its uid and its token. */
    private static List<String> link(String path, String address, String purpose) throws Exception {
        assertStatus(204, call("POST", path, "", Map.of("email", address)));
        Pattern link = Pattern.compile("https://example\\.org/#" + purpose + "=([\\w-]+)\\.([0-9a-f]{40})$");
        Matcher found = link.matcher(notifier().next("<" + address.toLowerCase(Locale.ROOT) + ">"));
        assertThat(found.find()).isTrue();
        return List.of(found.group(1), found.group(2));
    }

    private static long register(String name) throws Exception {
        var user = Map.of("username", name, "password", FIRST, "email", name + "@example.org");
        return json(call("POST", "users/", "", user)).get("id").asLong();
    }

    private static String logIn(String name, String password, String label) throws Exception {
        var login = Map.of("username", name, "password", password, "label", label);
        return json(call("POST", "token/login/", "", login)).get("auth_token").asString();
    }

    private static HttpResponse<String> call(String method, String path, String token, Object body) throws Exception {
        HttpRequest.Builder request = to(path);
        return send(token.isEmpty() ? request : request.header("Authorization", "Token " + token), method, body);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request, String method, Object body) throws Exception {
        if (body == null) {
            request.method(method, BodyPublishers.noBody());
        } else {
            request.header("Content-Type", "application/json")
                    .method(method, BodyPublishers.ofString(JSON.writeValueAsString(body)));
        }
        return CLIENT.send(request.build(), BodyHandlers.ofString());
    }

    private static HttpRequest.Builder to(String path) {
        String port = application.getEnvironment().getRequiredProperty("local.server.port");
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/auth/" + path));
    }

    private static JsonNode json(HttpResponse<String> reply) {
        assertStatus(200, reply);
        return JSON.readTree(reply.body());
    }

    private static void assertStatus(int status, HttpResponse<String> reply) {
        assertThat(reply.statusCode()).as(reply.body()).isEqualTo(status);
    }
}
