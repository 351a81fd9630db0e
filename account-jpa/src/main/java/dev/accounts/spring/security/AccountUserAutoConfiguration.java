package dev.accounts.spring.security;

import dev.accounts.service.AccountService;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.AuthenticationManagerResolver;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.ProviderNotFoundException;
import org.springframework.security.core.userdetails.UserDetailsService;

/** Keeps Spring Boot from making up a user with a generated password: the accounts are the users. */
@AutoConfiguration(
        afterName = "dev.accounts.spring.AccountAutoConfiguration",
        beforeName = {
            // Spring Boot 4, and 3.
            "org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration",
            "org.springframework.boot.autoconfigure.security.servlet.UserDetailsServiceAutoConfiguration"
        })
@ConditionalOnClass(AuthenticationManagerResolver.class)
@ConditionalOnBean(AccountService.class)
@ConditionalOnMissingBean({
    AuthenticationManager.class,
    AuthenticationProvider.class,
    UserDetailsService.class,
    AuthenticationManagerResolver.class
})
@ConditionalOnProperty(name = "spring.security.user.password", matchIfMissing = true, havingValue = "none of its own")
public final class AccountUserAutoConfiguration {

    /** For Spring. */
    public AccountUserAutoConfiguration() {}

    @Bean
    AuthenticationManagerResolver<HttpServletRequest> accountAuthenticationManagerResolver() {
        return request -> authentication -> {
            throw new ProviderNotFoundException("accounts log in with a token");
        };
    }
}
