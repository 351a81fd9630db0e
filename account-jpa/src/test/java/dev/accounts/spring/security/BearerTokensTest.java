package dev.accounts.spring.security;

import static dev.accounts.spring.security.AccountTokens.accountTokens;
import static dev.accounts.spring.security.Calls.reply;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.config.Customizer.withDefaults;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import dev.accounts.Accounts;
import dev.accounts.model.delegation.PersonalTokenRequest;
import dev.accounts.policy.TokenPolicy;
import dev.accounts.spring.AccountAutoConfiguration;
import dev.accounts.spring.AccountWebAutoConfiguration;
import dev.accounts.testkit.TestAccounts;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

class BearerTokensTest {

    private static final String DEAD = "0123456789012345678901234567890123456789";

    private final TestAccounts accounts =
            TestAccounts.create(builder -> builder.tokens(TokenPolicy.defaults().allowPersonalTokens()));
    private final WebApplicationContextRunner withBearers = new WebApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(AccountAutoConfiguration.class, AccountWebAutoConfiguration.class))
            .withBean(Accounts.class, accounts::accounts)
            .withUserConfiguration(HostApplication.class, BearersAndPages.class);

    @Configuration(proxyBeanMethods = false)
    static class BearersAndPages {

        @Bean
        SecurityFilterChain chain(HttpSecurity http) throws Exception {
            return http.with(accountTokens(), AccountTokens::bearer)
                    .formLogin(withDefaults())
                    .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                    .build();
        }
    }

    @Test
    void takes_bearer_tokens_and_leaves_others_alone() {
        String header = accounts.authorization("ana");
        MockHttpServletRequestBuilder bearer = get("/hello").header("Authorization", header.replace("Token", "Bearer"));

        withBearers.run(context -> {
            assertThat(reply(context, bearer).getContentAsString()).isEqualTo("ana as ana may [FACTOR_PASSWORD]");
            assertThat(reply(context, get("/hello").header("Authorization", "Bearer " + DEAD))
                            .getContentAsString())
                    .contains("Invalid token.");
            assertThat(reply(context, get("/hello").header("Authorization", "Bearer eyJhbGciOi.e30.x"))
                            .getContentAsString())
                    .contains("not provided");
        });
    }

    @Test
    void takes_personal_tokens_by_both_schemes_without_authorities_of_factors() {
        String session = accounts.authorization("ana", "edit", "read").replace("Token ", "");
        PersonalTokenRequest request = new PersonalTokenRequest("script", Set.of("edit"), Duration.ofDays(1));
        String token =
                accounts.service().sessions().issuePersonal(session, request).value();

        for (String scheme : List.of("Token ", "Bearer ")) {
            withBearers.run(context -> assertThat(reply(context, get("/hello").header("Authorization", scheme + token))
                            .getContentAsString())
                    .isEqualTo("ana as ana may [edit]"));
        }
        withBearers.run(context -> assertThat(
                        reply(context, get("/hello").header("Authorization", "Bearer acpat_" + DEAD))
                                .getContentAsString())
                .contains("Invalid token."));
    }

    @Test
    void leaves_browsers_to_the_login_page_of_the_application() {
        withBearers.run(context -> assertThat(reply(context, get("/hello").header("Accept", "text/html,*/*;q=0.8"))
                        .getHeader("Location"))
                .endsWith("/login"));
    }
}
