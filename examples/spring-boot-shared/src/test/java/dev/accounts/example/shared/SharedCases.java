package dev.accounts.example.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.accounts.Accounts;
import dev.accounts.model.InvalidInputException;
import dev.accounts.service.AccountAdministration;
import dev.accounts.service.AccountService;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.core.userdetails.UserDetailsService;

/** The contract and the application's own paths, on a database. */
abstract class SharedCases extends SharedApplication {

    private static final int FAILURES = 100;
    private static final String SOURCE = "192.0.2.7";

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
                    .isThrownBy(() -> customers.register(SOURCE, username, PASSWORD, ""));
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
        long id = customers.register(SOURCE, "cyd", PASSWORD, "Gone").id();
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
    @ValueSource(
            strings = {
                "//auth/users/me/",
                "/%61uth/users/me/",
                "/x/../auth/users/me/",
                "/;a=b/user/1/",
                "/auth/..;/user/1/",
                "/auth/../user/1/",
                "/user/../auth/users/"
            })
    void a_disguised_path_of_the_library_is_not_found(String path) throws Exception {
        HttpResponse<String> reply = call("GET", path, "", "Authorization", authorization("root", "str0ng-Pass-9"));

        assertThat(reply.statusCode()).isEqualTo(404);
        assertThat(reply.body()).isEqualTo("{\"detail\":\"Not found.\"}");
    }

    @Test
    void no_filter_of_spring_fails_on_what_a_stranger_sends_to_the_library() throws Exception {
        String form = "application/x-www-form-urlencoded";
        String languages = "de,en,fr,it,es,pt,nl,pl,cs,sv,da";

        assertThat(call("PUT", "/auth/users/me/", "a=%zz", "Content-Type", form).statusCode())
                .isEqualTo(401);
        assertThat(call("GET", "/auth/users/me/", "", "Accept-Language", languages)
                        .statusCode())
                .isEqualTo(401);
        assertThat(call("POST", "/auth/openapi.json", "x", "Content-Type", "multipart/form-data;boundary=x")
                        .statusCode())
                .isEqualTo(405);
    }

    @Test
    void only_a_permission_opens_the_list() throws Exception {
        Customers customers = application.getBean(Customers.class);
        long id = customers.register(SOURCE, "dan", PASSWORD, "Dan Ltd").id();
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
