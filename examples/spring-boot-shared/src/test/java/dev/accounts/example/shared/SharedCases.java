package dev.accounts.example.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.accounts.Accounts;
import dev.accounts.model.InvalidInputException;
import dev.accounts.service.AccountAdministration;
import dev.accounts.service.AccountService;
import dev.accounts.testkit.contract.http.AccountHttpContract;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.core.userdetails.UserDetailsService;

/** The contract and the application's own paths, on a database. */
abstract class SharedCases extends AccountHttpContract {

    private static final String PASSWORD = "correct-Horse-7";
    private static final int FAILURES = 100;

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private static ConfigurableApplicationContext application;

    static void start(String url) {
        application = SpringApplication.run(
                Application.class,
                "--server.port=0",
                "--logging.level.root=WARN",
                "--spring.datasource.url=" + url,
                "--accounts.schema=create",
                "--accounts.limits.sources=false");
        createFixtures(application.getBean(Accounts.class));
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @Override
    protected URI baseUrl() {
        return URI.create("http://localhost:" + application.getEnvironment().getRequiredProperty("local.server.port"));
    }

    @Override
    protected boolean isGuarded() {
        return true;
    }

    private HttpResponse<String> call(String method, String path, String body, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(baseUrl() + path))
                .method(method, BodyPublishers.ofString(body))
                .header("Content-Type", "application/json");
        if (headers.length > 0) {
            request.headers(headers);
        }
        return CLIENT.send(request.build(), BodyHandlers.ofString());
    }

    private String authorization(String username) {
        return authorization(username, PASSWORD);
    }

    private static String authorization(String username, String password) {
        AccountService accounts = application.getBean(Accounts.class).service();
        return "Token " + accounts.login(username, password).value();
    }

    private static Map<String, Long> rows() {
        JdbcTemplate jdbc = application.getBean(JdbcTemplate.class);
        return Stream.of(
                        "account_user",
                        "account_token",
                        "account_outbox",
                        "account_one_time_token",
                        "account_user_town",
                        "customer")
                .collect(Collectors.toMap(
                        table -> table, table -> jdbc.queryForObject("select count(*) from " + table, Long.class)));
    }

    @Test
    void a_customer_and_the_account_commit_together() throws Exception {
        assertThat(call(
                                "POST",
                                "/customers",
                                "{\"username\":\"ann\",\"password\":\"" + PASSWORD + "\",\"company\":\"Acme\"}")
                        .statusCode())
                .isEqualTo(201);

        assertThat(call("GET", "/customers/me", "", "Authorization", authorization("ann"))
                        .body())
                .contains("\"company\":\"Acme\"");
    }

    @Test
    void failing_transactions_leave_no_row() {
        Customers customers = application.getBean(Customers.class);
        Map<String, Long> before = rows();

        for (int i = 0; i < FAILURES; i++) {
            String username = "nobody" + i;
            assertThatExceptionOfType(InvalidInputException.class)
                    .isThrownBy(() -> customers.register(username, PASSWORD, ""));
        }

        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void a_refusal_of_the_application_looks_as_those_of_the_library() throws Exception {
        HttpResponse<String> reply =
                call("POST", "/customers", "{\"username\":\"bob\",\"password\":\"" + PASSWORD + "\"}");

        assertThat(reply.statusCode()).isEqualTo(400);
        assertThat(reply.body()).isEqualTo("{\"company\":[\"This field is required.\"]}");
    }

    @Test
    void the_customer_goes_with_the_account() {
        Customers customers = application.getBean(Customers.class);
        long id = customers.register("cyd", PASSWORD, "Gone").id();
        Accounts accounts = application.getBean(Accounts.class);

        accounts.service().delete(accounts.service().login("cyd", PASSWORD).value(), PASSWORD);

        assertThat(customers.companyOf(id)).isEmpty();
    }

    @Test
    void a_stranger_is_asked_for_a_token() throws Exception {
        HttpResponse<String> reply = call("GET", "/customers/me", "");

        assertThat(reply.statusCode()).isEqualTo(401);
        assertThat(reply.headers().firstValue("WWW-Authenticate")).hasValue("Token");
        assertThat(reply.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(reply.body()).isEqualTo("{\"detail\":\"Authentication credentials were not provided.\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"//auth/users/me/", "/%61uth/users/me/", "/x/../auth/users/me/", "/;a=b/user/1/"})
    void a_disguised_path_of_the_library_is_not_found(String path) throws Exception {
        HttpResponse<String> reply = call("GET", path, "", "Authorization", authorization("root", "str0ng-Pass-9"));

        assertThat(reply.statusCode()).isEqualTo(404);
        assertThat(reply.body()).isEqualTo("{\"detail\":\"Not found.\"}");
    }

    @Test
    void only_a_permission_opens_the_list() throws Exception {
        Customers customers = application.getBean(Customers.class);
        long id = customers.register("dan", PASSWORD, "Dan Ltd").id();
        String authorization = authorization("dan");
        assertThat(call("GET", "/customers", "", "Authorization", authorization).statusCode())
                .isEqualTo(403);

        AccountAdministration administration = application.getBean(AccountAdministration.class);
        long root = root();
        long read =
                administration.roles().ensurePermission(root, "customers.read").id();
        administration.setPermissions(root, id, Set.of(read));

        assertThat(call("GET", "/customers", "", "Authorization", authorization).body())
                .contains("Dan Ltd");
    }

    private static long root() {
        AccountService accounts = application.getBean(Accounts.class).service();
        return accounts.me(accounts.login("root", "str0ng-Pass-9").value()).id();
    }

    @Test
    void actuator_tells_that_the_accounts_are_up_and_the_document_is_served() throws Exception {
        assertThat(call("GET", "/actuator/health", "").body()).contains("\"status\":\"UP\"");
        assertThat(call("GET", "/auth/openapi.json", "").body()).startsWith("{").contains("\"openapi\": \"3.1.0\"");
    }

    @Test
    void nobody_made_up_a_user_with_a_generated_password() {
        assertThat(application.getBeanNamesForType(UserDetailsService.class)).isEmpty();
    }
}
