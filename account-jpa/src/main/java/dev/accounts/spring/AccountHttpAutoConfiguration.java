package dev.accounts.spring;

import dev.accounts.Accounts;
import dev.accounts.http.AccountHttp;
import dev.accounts.http.servlet.AccountServlet;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Serves the HTTP contract, beside the application's own paths. */
@AutoConfiguration(after = AccountAutoConfiguration.class)
@ConditionalOnClass(name = "jakarta.servlet.Servlet")
@ConditionalOnBean(Accounts.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnProperty(name = "accounts.http.enabled", havingValue = "true")
public final class AccountHttpAutoConfiguration {

    /** For Spring. */
    public AccountHttpAutoConfiguration() {}

    /** Reads and writes JSON with Jackson 3, as in Spring Boot 4. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(name = "tools.jackson.databind.json.JsonMapper")
    static class WithJackson3 {

        @Bean
        @ConditionalOnMissingBean
        AccountJson accountJson() {
            return Jackson3Json.strict();
        }
    }

    /** Reads and writes JSON with Jackson 2, as in Spring Boot 3. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(name = "com.fasterxml.jackson.databind.ObjectMapper")
    @ConditionalOnMissingClass("tools.jackson.databind.json.JsonMapper")
    static class WithJackson2 {

        @Bean
        @ConditionalOnMissingBean
        AccountJson accountJson() {
            return Jackson2Json.strict();
        }
    }

    @Bean
    @ConditionalOnMissingBean
    AccountHttp accountHttp(Accounts accounts, AccountProperties properties) {
        AccountHttp http = AccountHttp.over(accounts);
        return properties.http().created() ? http.answeringCreated() : http;
    }

    @Bean
    @ConditionalOnMissingBean
    AccountServlet accountServlet(AccountHttp http, AccountJson json, AccountProperties properties) {
        AccountServlet servlet = AccountServlet.over(http, json.reader(), json.writer());
        String path = properties.http().path();
        return path.isEmpty() ? servlet : servlet.below(path);
    }

    @Bean
    ServletRegistrationBean<AccountServlet> accountServletRegistration(
            AccountServlet servlet, AccountProperties properties) {
        String path = properties.http().path();
        ServletRegistrationBean<AccountServlet> registration = new ServletRegistrationBean<>(
                servlet, path + AccountServlet.AUTH_PATTERN, path + AccountServlet.USER_PATTERN);
        registration.setName("accounts");
        registration.setMultipartConfig(AccountServlet.multipartConfig());
        return registration;
    }
}
