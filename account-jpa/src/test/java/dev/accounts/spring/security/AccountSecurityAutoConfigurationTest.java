package dev.accounts.spring.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accounts.Accounts;
import dev.accounts.spring.AccountAutoConfiguration;
import dev.accounts.spring.AccountWebAutoConfiguration;
import dev.accounts.testkit.TestAccounts;
import jakarta.servlet.Filter;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.AuthenticationManagerResolver;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.context.WebApplicationContext;

class AccountSecurityAutoConfigurationTest {

    private final TestAccounts accounts = TestAccounts.create();
    private final WebApplicationContextRunner application = new WebApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(
                    AccountAutoConfiguration.class,
                    AccountWebAutoConfiguration.class,
                    AccountSecurityAutoConfiguration.class,
                    AccountUserAutoConfiguration.class))
            .withBean(Accounts.class, accounts::accounts)
            .withPropertyValues("accounts.http.enabled=true", "accounts.http.path=/api")
            .withUserConfiguration(HostApplication.class);

    @Configuration(proxyBeanMethods = false)
    static class EverythingIsDenied {

        @Bean
        SecurityFilterChain chain(HttpSecurity http) throws Exception {
            return http.authorizeHttpRequests(requests -> requests.anyRequest().denyAll())
                    .build();
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class LibraryIsDenied {

        @Bean
        @Order(1)
        SecurityFilterChain chain(HttpSecurity http) throws Exception {
            return http.securityMatcher("/api/auth/**")
                    .authorizeHttpRequests(requests -> requests.anyRequest().denyAll())
                    .build();
        }
    }

    /** Returns 200 for what passes. */
    private static int status(WebApplicationContext context, String method, String path) throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest(method, path);
        request.setServletPath(path);
        MockHttpServletResponse response = new MockHttpServletResponse();
        context.getBean("springSecurityFilterChain", Filter.class).doFilter(request, response, new MockFilterChain());
        assertThat(request.getSession(false) == null || response.getStatus() == 403)
                .as("the library's chain creates no session")
                .isTrue();
        return response.getStatus();
    }

    @Test
    void lets_the_contract_through_and_nothing_else() {
        application.withUserConfiguration(EverythingIsDenied.class).run(context -> {
            assertThat(status(context, "POST", "/api/auth/users/")).isEqualTo(200);
            assertThat(status(context, "GET", "/api/user/1/")).isEqualTo(200);
            assertThat(status(context, "GET", "/auth/users/")).isEqualTo(403);
            assertThat(status(context, "GET", "/api/authors/")).isEqualTo(403);
        });
    }

    @Test
    void backs_off_for_a_chain_that_the_application_has_for_the_contract() {
        application.withUserConfiguration(LibraryIsDenied.class).run(context -> {
            assertThat(status(context, "GET", "/api/auth/users/")).isEqualTo(403);
            assertThat(status(context, "POST", "/api/user/1/")).isEqualTo(200);
        });
    }

    @Test
    void judges_the_path_that_the_container_serves_and_not_the_one_that_was_sent() {
        application.run(context -> {
            LibraryPaths paths = new LibraryPaths("/api", context.getBeanProvider(SecurityFilterChain.class));
            MockHttpServletRequest disguised = new MockHttpServletRequest("GET", "/api/auth/../../customers");
            disguised.setServletPath("/customers");
            MockHttpServletRequest mapped = new MockHttpServletRequest("GET", "/context/api/auth/users/");
            mapped.setContextPath("/context");
            mapped.setServletPath("/api/auth");
            mapped.setPathInfo("/users/");

            assertThat(paths.matches(disguised)).isFalse();
            assertThat(paths.matches(mapped)).isTrue();
        });
    }

    @Test
    void has_no_chain_where_the_application_does_not_serve_the_contract() {
        application
                .withPropertyValues("accounts.http.enabled=false")
                .withUserConfiguration(EverythingIsDenied.class)
                .run(context ->
                        assertThat(status(context, "GET", "/api/auth/users/")).isEqualTo(403));
    }

    @Test
    void keeps_spring_boot_from_making_up_a_user_unless_the_application_has_users_of_its_own() {
        application.run(context -> assertThat(context).hasSingleBean(AuthenticationManagerResolver.class));
        application
                .withBean(UserDetailsService.class, () -> name -> null)
                .run(context -> assertThat(context).doesNotHaveBean(AuthenticationManagerResolver.class));
        application
                .withPropertyValues("spring.security.user.password=secret")
                .run(context -> assertThat(context).doesNotHaveBean(AuthenticationManagerResolver.class));
    }
}
