package dev.accounts.spring.security;

import static dev.accounts.spring.security.Calls.reply;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import dev.accounts.Accounts;
import dev.accounts.model.StorageException;
import dev.accounts.service.AccountService;
import dev.accounts.spring.AccountAutoConfiguration;
import dev.accounts.spring.AccountWebAutoConfiguration;
import dev.accounts.testkit.TestAccounts;
import java.lang.reflect.Proxy;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.mock.web.MockHttpServletResponse;

class AccountTokenRefusalsTest {

    private static final String DEAD = "0123456789012345678901234567890123456789";

    private final TestAccounts accounts = TestAccounts.create();
    private final WebApplicationContextRunner withTokens = new WebApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(AccountAutoConfiguration.class, AccountWebAutoConfiguration.class))
            .withBean(Accounts.class, accounts::accounts)
            .withUserConfiguration(HostApplication.class, AccountTokensTest.Tokens.class);

    @Test
    void answers_503_while_the_store_fails() {
        AccountService failing = (AccountService) Proxy.newProxyInstance(
                AccountService.class.getClassLoader(),
                new Class<?>[] {AccountService.class},
                (proxy, method, given) -> {
                    if (method.getDeclaringClass() == Object.class) {
                        return method.invoke(accounts.service(), given);
                    }
                    throw new StorageException(StorageException.Outcome.UNCHANGED, new IllegalStateException());
                });
        withTokens
                .withBean("accountService", AccountService.class, () -> failing)
                .run(context -> {
                    MockHttpServletResponse reply =
                            reply(context, get("/hello").header("Authorization", "Token " + DEAD));

                    assertThat(reply.getStatus()).isEqualTo(503);
                    assertThat(reply.getHeader("Retry-After")).isEqualTo("5");
                });
    }

    @Test
    void answers_what_controllers_let_through_as_the_contract_does() {
        withTokens.run(context -> {
            assertThat(reply(context, get("/register")).getStatus()).isEqualTo(400);
            assertThat(reply(context, get("/register")).getContentAsString())
                    .startsWith("{\"username\":[\"This field may not be blank.\"]");
            assertThat(reply(context, get("/throttled")).getStatus()).isEqualTo(429);
            assertThat(reply(context, get("/throttled")).getHeader("Retry-After"))
                    .isEqualTo("7");
        });
    }

    @Test
    void answers_with_problem_details_where_the_application_wants_them() {
        withTokens.withPropertyValues("spring.mvc.problemdetails.enabled=true").run(context -> {
            MockHttpServletResponse refused = reply(context, get("/hello"));
            assertThat(refused.getHeader("Content-Type")).isEqualTo("application/problem+json");
            assertThat(refused.getHeader("WWW-Authenticate")).isEqualTo("Token");
            assertThat(refused.getContentAsString())
                    .isEqualTo("{\"type\":\"about:blank\",\"title\":\"Unauthorized\",\"status\":401,"
                            + "\"detail\":\"Authentication credentials were not provided.\"}");
            assertThat(reply(context, get("/register")).getContentAsString())
                    .contains("\"errors\":{\"username\":[\"This field may not be blank.\"]");
        });
    }
}
