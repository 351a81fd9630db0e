package dev.accounts.spring;

import dev.accounts.Accounts;
import dev.accounts.http.AccountHttp;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Answers refusals on the paths of the application as the HTTP contract does. */
@AutoConfiguration(after = AccountAutoConfiguration.class)
@ConditionalOnClass(name = "jakarta.servlet.Servlet")
@ConditionalOnBean(Accounts.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
public final class AccountWebAutoConfiguration {

    /** For Spring. */
    public AccountWebAutoConfiguration() {}

    /** Reads and writes JSON with Jackson 3, as in Spring Boot 4. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(name = "tools.jackson.databind.json.JsonMapper")
    static class WithJackson3 {

        @Bean("accounts.json")
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

        @Bean("accounts.json")
        @ConditionalOnMissingBean
        AccountJson accountJson() {
            return Jackson2Json.strict();
        }
    }

    @Bean("accounts.http")
    @ConditionalOnMissingBean
    AccountHttp accountHttp(Accounts accounts, AccountProperties properties) {
        AccountHttp http = AccountHttp.over(accounts);
        return properties.http().created() ? http.answeringCreated() : http;
    }

    @Bean("accounts.refusals")
    @ConditionalOnBean(AccountJson.class)
    @ConditionalOnMissingBean
    AccountRefusals accountRefusals(AccountJson json, Environment environment) {
        boolean problems = environment.getProperty("spring.mvc.problemdetails.enabled", Boolean.class, false);
        return new AccountRefusals(json, problems);
    }

    @Bean("accounts.refusalAdvice")
    @ConditionalOnClass(name = "org.springframework.web.servlet.DispatcherServlet")
    @ConditionalOnBean(AccountRefusals.class)
    @ConditionalOnMissingBean
    RefusalAdvice accountRefusalAdvice(AccountRefusals refusals) {
        return new RefusalAdvice(refusals);
    }
}
