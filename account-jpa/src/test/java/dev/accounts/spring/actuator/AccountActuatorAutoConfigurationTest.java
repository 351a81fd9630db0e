package dev.accounts.spring.actuator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accounts.model.Registration;
import dev.accounts.model.StorageException;
import dev.accounts.service.AccountMaintenance;
import dev.accounts.service.AccountService;
import dev.accounts.spi.PasswordHasher;
import dev.accounts.spring.AccountAutoConfiguration;
import dev.accounts.testkit.FastPasswordHasher;
import dev.accounts.testkit.TestAccounts;
import dev.accounts.testkit.memory.InMemoryAccountStores;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.lang.reflect.Proxy;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class AccountActuatorAutoConfigurationTest {

    private static final String BOOT_3 = "org.springframework.boot.actuate.health";
    private static final String BOOT_4 = "org.springframework.boot.health.contributor";

    private final TestAccounts accounts = TestAccounts.create();
    private final ApplicationContextRunner application = new ApplicationContextRunner()
            .withConfiguration(
                    AutoConfigurations.of(AccountAutoConfiguration.class, AccountActuatorAutoConfiguration.class))
            .withBean(InMemoryAccountStores.class, accounts::stores)
            .withBean(PasswordHasher.class, FastPasswordHasher::new);

    private void requestReset(String name) {
        accounts.service().register(Registration.of(name, TestAccounts.PASSWORD).email(name + "@x.org"));
        accounts.service().passwords().requestReset(name + "@x.org");
    }

    @Test
    void has_a_health_contributor_in_spring_boot_4() {
        application
                .withClassLoader(new FilteredClassLoader(BOOT_3))
                .run(context -> assertThat(
                                context.getBean(org.springframework.boot.health.contributor.HealthIndicator.class)
                                        .health()
                                        .getStatus()
                                        .getCode())
                        .isEqualTo("UP"));
    }

    @Test
    void has_a_health_contributor_in_spring_boot_3() {
        application
                .withClassLoader(new FilteredClassLoader(BOOT_4))
                .run(context -> assertThat(
                                context.getBean(org.springframework.boot.actuate.health.HealthIndicator.class)
                                        .health()
                                        .getStatus()
                                        .getCode())
                        .isEqualTo("UP"));
    }

    @Test
    void has_none_where_the_application_wants_none_or_has_no_actuator() {
        application
                .withPropertyValues("management.health.accounts.enabled=false")
                .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean("accountsHealthIndicator"));
        application
                .withClassLoader(new FilteredClassLoader(BOOT_3, BOOT_4, "io.micrometer"))
                .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean("accountsHealthIndicator"));
    }

    @Test
    void tells_how_long_a_message_has_waited() {
        requestReset("ana");
        accounts.clock().advance(Duration.ofMinutes(3));

        assertThat(AccountHealth.of(accounts.maintenance()).details()).containsEntry("oldestMessageWaits", "PT3M");
        accounts.deliver();
        assertThat(AccountHealth.of(accounts.maintenance()).details()).containsEntry("oldestMessageWaits", "PT0S");
    }

    @Test
    void is_down_while_the_tables_do_not_answer() {
        AccountMaintenance failing = (AccountMaintenance) Proxy.newProxyInstance(
                AccountMaintenance.class.getClassLoader(),
                new Class<?>[] {AccountMaintenance.class},
                (proxy, method, given) -> {
                    throw new StorageException(StorageException.Outcome.UNCHANGED, new IllegalStateException("secret"));
                });

        AccountHealth health = AccountHealth.of(failing);

        assertThat(health.status()).isEqualTo("DOWN");
        assertThat(health.toString()).doesNotContain("secret");
    }

    @Test
    void counts_events_and_times_hashes_and_measures_the_outbox() {
        application.withBean(MeterRegistry.class, SimpleMeterRegistry::new).run(context -> {
            MeterRegistry registry = context.getBean(MeterRegistry.class);
            context.getBeansOfType(MeterBinder.class).values().forEach(binder -> binder.bindTo(registry));

            context.getBean(AccountService.class).register(Registration.of("bob", TestAccounts.PASSWORD));
            requestReset("ana");

            assertThat(registry.get("accounts.events")
                            .tag("event", "registered")
                            .counter()
                            .count())
                    .isEqualTo(1);
            assertThat(registry.get("accounts.passwords")
                            .tag("operation", "hash")
                            .timer()
                            .count())
                    .isEqualTo(1);
            assertThat(registry.get("accounts.outbox.wait").timeGauge().value()).isNotNaN();
        });
    }
}
