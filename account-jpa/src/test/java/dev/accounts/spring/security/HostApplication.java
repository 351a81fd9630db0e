package dev.accounts.spring.security;

import dev.accounts.model.Identity;
import dev.accounts.model.InvalidInputException;
import dev.accounts.model.Registration;
import dev.accounts.model.TooManyAttemptsException;
import dev.accounts.model.factor.Assurance;
import dev.accounts.service.AccountService;
import java.time.Duration;
import java.util.TreeSet;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;

/** The controllers of an application that the tests of this package call. */
@Configuration(proxyBeanMethods = false)
@EnableWebMvc
@EnableWebSecurity
@EnableMethodSecurity
class HostApplication {

    @RestController
    static class Paths {

        private final AccountService accounts;

        Paths(AccountService accounts) {
            this.accounts = accounts;
        }

        @GetMapping(path = "/hello", produces = "text/plain")
        String hello(@AuthenticationPrincipal Identity caller, Authentication authentication) {
            return caller.username() + " as " + authentication.getName() + " may "
                    + new TreeSet<>(authentication.getAuthorities().stream()
                            .map(GrantedAuthority::getAuthority)
                            .toList());
        }

        @PostMapping(path = "/hello", produces = "text/plain")
        String posted() {
            return "posted";
        }

        @GetMapping(path = "/public", produces = "text/plain")
        String everybody() {
            return "everybody";
        }

        @GetMapping(path = "/edit", produces = "text/plain")
        @PreAuthorize("hasAuthority('edit')")
        public String edit() {
            return "edited";
        }

        @GetMapping(path = "/factor", produces = "text/plain")
        @PreAuthorize("hasAuthority('FACTOR_TOTP')")
        public String factor(Authentication authentication) {
            return new TreeSet<>(authentication.getAuthorities().stream()
                            .map(GrantedAuthority::getAuthority)
                            .toList())
                    .toString();
        }

        @GetMapping(path = "/recent", produces = "text/plain")
        String recent(@RequestHeader("Authorization") String header) {
            String token = header.substring("Token ".length());
            return accounts.caller(token, Assurance.any().freshFor(Duration.ofMinutes(5)))
                    .identity()
                    .username();
        }

        @GetMapping("/register")
        String register() throws InvalidInputException {
            return accounts.register(Registration.of("", "short")).username();
        }

        @GetMapping("/throttled")
        String throttled() {
            throw new TooManyAttemptsException(Duration.ofSeconds(7));
        }
    }
}
