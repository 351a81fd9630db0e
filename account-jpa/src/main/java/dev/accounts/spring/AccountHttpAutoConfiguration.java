package dev.accounts.spring;

import dev.accounts.http.AccountHttp;
import dev.accounts.http.servlet.AccountServlet;
import java.io.IOException;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;

/** Serves the HTTP contract, beside the application's own paths. */
@AutoConfiguration(after = AccountWebAutoConfiguration.class)
@ConditionalOnClass(name = "jakarta.servlet.Servlet")
@ConditionalOnBean(AccountHttp.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnProperty(name = "accounts.http.enabled", havingValue = "true")
public final class AccountHttpAutoConfiguration {

    /** For Spring. */
    public AccountHttpAutoConfiguration() {}

    @Bean("accounts.servlet")
    @ConditionalOnMissingBean
    AccountServlet accountServlet(AccountHttp http, AccountJson json, AccountProperties properties) {
        AccountServlet servlet = AccountServlet.over(http, json.reader(), json.writer());
        String path = properties.http().path();
        return path.isEmpty() ? servlet : servlet.below(path);
    }

    @Bean("accounts.servletRegistration")
    ServletRegistrationBean<AccountServlet> accountServletRegistration(
            AccountServlet servlet, AccountProperties properties) {
        String path = properties.http().path();
        ServletRegistrationBean<AccountServlet> registration = new ServletRegistrationBean<>(
                servlet, path + AccountServlet.AUTH_PATTERN, path + AccountServlet.USER_PATTERN);
        registration.setName("accounts");
        return registration;
    }

    @Bean("accounts.callsFilterRegistration")
    FilterRegistrationBean<LibraryCallsFilter> accountCallsFilterRegistration(
            AccountHttp http, AccountJson json, AccountProperties properties) {
        String path = properties.http().path();
        FilterRegistrationBean<LibraryCallsFilter> registration =
                new FilterRegistrationBean<>(new LibraryCallsFilter(http, json));
        registration.setName("accounts-calls");
        registration.addUrlPatterns(path + AccountServlet.AUTH_PATTERN, path + AccountServlet.USER_PATTERN);
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }

    @Bean("accounts.openApiRegistration")
    @ConditionalOnProperty(name = "accounts.http.openapi", havingValue = "true", matchIfMissing = true)
    ServletRegistrationBean<OpenApiServlet> accountOpenApiRegistration(AccountProperties properties)
            throws IOException {
        String path = properties.http().path();
        ServletRegistrationBean<OpenApiServlet> registration =
                new ServletRegistrationBean<>(OpenApiServlet.below(path), path + OpenApiServlet.PATH);
        registration.setName("accounts-openapi");
        return registration;
    }
}
