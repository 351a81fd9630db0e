package dev.accounts.spring.security;

import static dev.accounts.spring.security.AccountTokens.accountTokens;
import static dev.accounts.spring.security.Calls.call;
import static dev.accounts.spring.security.Calls.reply;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.config.Customizer.withDefaults;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import dev.accounts.Accounts;
import dev.accounts.model.factor.TotpEnrolment;
import dev.accounts.spring.AccountAutoConfiguration;
import dev.accounts.spring.AccountWebAutoConfiguration;
import dev.accounts.testkit.TestAccounts;
import dev.accounts.testkit.TotpApp;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.test.web.servlet.MvcResult;

class AccountTokensTest {

    private static final String DEAD = "0123456789012345678901234567890123456789";

    private final TestAccounts accounts = TestAccounts.create();
    private final WebApplicationContextRunner withTokens = new WebApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(AccountAutoConfiguration.class, AccountWebAutoConfiguration.class))
            .withBean(Accounts.class, accounts::accounts)
            .withUserConfiguration(HostApplication.class, Tokens.class);

    @Configuration(proxyBeanMethods = false)
    static class Tokens {

        @Bean
        SecurityFilterChain chain(HttpSecurity http) throws Exception {
            return http.with(accountTokens(), withDefaults())
                    .authorizeHttpRequests(requests -> requests.requestMatchers("/public", "/register", "/throttled")
                            .permitAll()
                            .anyRequest()
                            .authenticated())
                    .build();
        }
    }

    @Test
    void gives_controllers_the_caller_with_all_permissions() {
        String header = accounts.authorization("ana", "edit");

        withTokens.run(context -> {
            assertThat(reply(context, get("/hello").header("Authorization", header))
                            .getContentAsString())
                    .isEqualTo("ana as ana may [FACTOR_PASSWORD, edit]");
            assertThat(reply(context, get("/edit").header("Authorization", header))
                            .getContentAsString())
                    .isEqualTo("edited");
        });
    }

    @Test
    void gives_controllers_the_methods_of_the_caller() {
        String token = accounts.loggedIn("ana").value();
        TotpEnrolment begun = accounts.service().factors().beginTotp(token);
        String code = TotpApp.scan(begun, accounts.clock()).code();

        withTokens.run(context -> {
            assertThat(reply(context, get("/factor").header("Authorization", "Token " + token))
                            .getStatus())
                    .isEqualTo(403);
            String next = accounts.service()
                    .factors()
                    .confirmTotp(token, begun.enrolment(), code)
                    .token()
                    .value();
            assertThat(reply(context, get("/factor").header("Authorization", "Token " + next))
                            .getContentAsString())
                    .isEqualTo("[FACTOR_PASSWORD, FACTOR_TOTP]");
        });
    }

    @Test
    void asks_a_caller_without_a_recent_proof_for_one() {
        String token = accounts.loggedIn("ana").value();
        accounts.clock().advance(Duration.ofHours(1));

        withTokens.run(context -> {
            MockHttpServletResponse reply = reply(context, get("/recent").header("Authorization", "Token " + token));

            assertThat(reply.getStatus()).isEqualTo(401);
            assertThat(reply.getHeader("WWW-Authenticate"))
                    .isEqualTo("Token error=\"insufficient_user_authentication\"");
            assertThat(reply.getContentAsString()).contains("\"code\":\"reauthentication_required\"");
        });
    }

    @Test
    void asks_a_caller_without_a_token_for_one_and_creates_no_session() {
        withTokens.run(context -> {
            MvcResult result = call(context, get("/hello"));

            MockHttpServletResponse reply = result.getResponse();
            assertThat(reply.getStatus()).isEqualTo(401);
            assertThat(reply.getHeader("WWW-Authenticate")).isEqualTo("Token");
            assertThat(reply.getContentAsString())
                    .isEqualTo("{\"detail\":\"Authentication credentials were not provided.\"}");
            assertThat(result.getRequest().getSession(false)).isNull();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"/hello", "/public"})
    void refuses_a_dead_token_on_every_path(String path) {
        withTokens.run(context -> {
            MockHttpServletResponse reply = reply(context, get(path).header("Authorization", "Token " + DEAD));

            assertThat(reply.getStatus()).isEqualTo(401);
            assertThat(reply.getContentAsString()).isEqualTo("{\"detail\":\"Invalid token.\"}");
        });
    }

    @Test
    void refuses_a_caller_without_the_permission_as_the_contract_does() {
        String header = accounts.authorization("ana");

        withTokens.run(context -> {
            MockHttpServletResponse reply = reply(context, get("/edit").header("Authorization", header));

            assertThat(reply.getStatus()).isEqualTo(403);
            assertThat(reply.getContentAsString())
                    .isEqualTo("{\"detail\":\"You do not have permission to perform this action.\"}");
        });
    }

    @Test
    void asks_for_no_csrf_token_beside_a_token() {
        String header = accounts.authorization("ana");

        withTokens.run(context -> {
            assertThat(reply(context, post("/hello").header("Authorization", header))
                            .getStatus())
                    .isEqualTo(200);
            assertThat(reply(context, post("/public")).getStatus()).isEqualTo(403);
        });
    }

    @Test
    void takes_bearer_tokens_only_where_the_application_wants_them() {
        String bearer = accounts.authorization("ana").replace("Token", "Bearer");

        withTokens.run(context -> assertThat(reply(context, get("/hello").header("Authorization", bearer))
                        .getStatus())
                .isEqualTo(401));
    }
}
