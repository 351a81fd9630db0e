package dev.accounts.spring.actuator;

import dev.accounts.micrometer.AccountMetrics;
import dev.accounts.service.AccountMaintenance;
import dev.accounts.spi.PasswordHasher;
import dev.accounts.spring.AccountsCustomizer;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Adds to Actuator the health contributor {@code accounts}, unless {@code management.health.accounts.enabled} is false, and the
 * meters of {@link AccountMetrics} with {@code accounts.outbox.wait}: how long the oldest message has waited for its delivery.
 */
@AutoConfiguration(
        afterName = {
            "dev.accounts.spring.AccountAutoConfiguration",
            // Spring Boot 4, and 3.
            "org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration",
            "org.springframework.boot.actuate.autoconfigure.metrics.CompositeMeterRegistryAutoConfiguration"
        })
@ConditionalOnBean(AccountMaintenance.class)
public final class AccountActuatorAutoConfiguration {

    /** For Spring. */
    public AccountActuatorAutoConfiguration() {}

    /** Health in Spring Boot 4. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(name = "org.springframework.boot.health.contributor.HealthIndicator")
    @ConditionalOnProperty(name = "management.health.accounts.enabled", matchIfMissing = true)
    static class HealthInBoot4 {

        @Bean
        @ConditionalOnMissingBean(name = "accountsHealthIndicator")
        org.springframework.boot.health.contributor.HealthIndicator accountsHealthIndicator(
                AccountMaintenance maintenance) {
            return () -> {
                AccountHealth health = AccountHealth.of(maintenance);
                return org.springframework.boot.health.contributor.Health.status(health.status())
                        .withDetails(health.details())
                        .build();
            };
        }
    }

    /** Health in Spring Boot 3. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(name = "org.springframework.boot.actuate.health.HealthIndicator")
    @ConditionalOnProperty(name = "management.health.accounts.enabled", matchIfMissing = true)
    static class HealthInBoot3 {

        @Bean
        @ConditionalOnMissingBean(name = "accountsHealthIndicator")
        org.springframework.boot.actuate.health.HealthIndicator accountsHealthIndicator(
                AccountMaintenance maintenance) {
            return () -> {
                AccountHealth health = AccountHealth.of(maintenance);
                return org.springframework.boot.actuate.health.Health.status(health.status())
                        .withDetails(health.details())
                        .build();
            };
        }
    }

    /** Meters. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(MeterRegistry.class)
    @ConditionalOnBean(MeterRegistry.class)
    static class Meters {

        @Bean
        @ConditionalOnMissingBean
        AccountMetrics accountMetrics(MeterRegistry registry) {
            return AccountMetrics.in(registry);
        }

        @Bean
        AccountsCustomizer accountHashingMeter(AccountMetrics metrics, PasswordHasher hasher) {
            return builder -> builder.passwordHasher(metrics.timed(hasher));
        }

        @Bean
        MeterBinder accountOutboxMeter(AccountMaintenance maintenance) {
            return registry -> TimeGauge.builder(
                            "accounts.outbox.wait",
                            () -> maintenance
                                    .longestWait()
                                    .orElse(Duration.ZERO)
                                    .toMillis(),
                            TimeUnit.MILLISECONDS)
                    .description("How long the oldest message has waited for its delivery")
                    .register(registry);
        }
    }
}
