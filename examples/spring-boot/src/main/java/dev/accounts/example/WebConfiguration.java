package dev.accounts.example;

import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.apache.catalina.core.StandardHost;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Configures what all responses of the application have in common. */
@Configuration(proxyBeanMethods = false)
class WebConfiguration {

    private static final String CONTENT_SECURITY_POLICY =
            "default-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    @Bean
    Filter securityHeaders() {
        return (request, response, chain) -> {
            HttpServletResponse http = (HttpServletResponse) response;
            http.setHeader("Content-Security-Policy", CONTENT_SECURITY_POLICY);
            http.setHeader("X-Content-Type-Options", "nosniff");
            // The address of the page may hold the token of a one-time link.
            http.setHeader("Referrer-Policy", "no-referrer");
            chain.doFilter(request, response);
        };
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> clientLimits(
            @Value("${accounts.body.timeout}") Duration bodyTimeout,
            @Value("${accounts.body.parallel}") int bodies,
            @Value("${accounts.client.parallel}") int perClient) {
        return tomcat -> tomcat.addEngineValves(new ClientLimits(bodyTimeout, bodies, perClient));
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> jsonErrors() {
        return tomcat -> tomcat.addContextCustomizers(
                context -> ((StandardHost) context.getParent()).setErrorReportValveClass(JsonErrors.class.getName()));
    }
}
