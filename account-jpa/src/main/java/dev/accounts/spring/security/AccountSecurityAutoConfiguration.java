package dev.accounts.spring.security;

import dev.accounts.http.AccountHttp;
import dev.accounts.spring.AccountProperties;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;

/**
 * Lets the HTTP contract through Spring Security, which would ask its clients for a CSRF token and a login. It comes after Spring
 * Boot's own configuration: that protects all other paths of an application without a chain of its own.
 */
@AutoConfiguration(
        afterName = {
            "dev.accounts.spring.AccountWebAutoConfiguration",
            // Spring Boot 4, and 3.
            "org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration",
            "org.springframework.boot.autoconfigure.security.servlet.SecurityAutoConfiguration"
        })
@ConditionalOnClass(SecurityFilterChain.class)
@ConditionalOnBean(value = AccountHttp.class, name = "springSecurityFilterChain")
@ConditionalOnProperty(name = "accounts.http.enabled", havingValue = "true")
public final class AccountSecurityAutoConfiguration {

    /** For Spring. */
    public AccountSecurityAutoConfiguration() {}

    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    @ConditionalOnMissingBean(name = "accountSecurityFilterChain")
    SecurityFilterChain accountSecurityFilterChain(
            HttpSecurity http, AccountProperties properties, ObjectProvider<SecurityFilterChain> chains)
            throws Exception {
        return http.securityMatcher(new LibraryPaths(properties.http().path(), chains))
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }
}
