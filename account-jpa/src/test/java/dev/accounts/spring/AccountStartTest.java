package dev.accounts.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.accounts.jpa.AccountSchema;
import dev.accounts.jpa.database.H2Server;
import dev.accounts.model.NotAuthenticatedException;
import dev.accounts.model.Registration;
import dev.accounts.model.StorageException;
import dev.accounts.model.UserNotFoundException;
import dev.accounts.service.AccountService;
import dev.accounts.spi.PasswordHasher;
import dev.accounts.testkit.FastPasswordHasher;
import dev.accounts.testkit.memory.InMemoryAccountStores;
import java.sql.SQLException;
import java.util.Scanner;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** An application that is to find its tables. */
class AccountStartTest {

    private final ApplicationContextRunner withDatabase = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(AccountAutoConfiguration.class))
            .withBean(DataSource.class, () -> JdbcConnectionPool.create(new H2Server().newDatabase(), "sa", ""))
            .withBean(PasswordHasher.class, FastPasswordHasher::new);

    @Test
    void refuses_to_start_without_tables_and_says_what_to_do() {
        withDatabase.withPropertyValues("accounts.schema=check").run(context -> {
            FailureAnalysis analysis = new AccountStartFailure().analyze(context.getStartupFailure());

            assertThat(analysis.getDescription()).contains("The tables of the account library are missing");
            assertThat(analysis.getAction()).contains("accounts.schema=create");
        });
    }

    @Test
    void starts_without_tables_if_the_host_says_that_they_come_later() {
        withDatabase.withPropertyValues("accounts.schema=none").run(context -> {
            AccountService accounts = context.getBean(AccountService.class);
            assertThat(catchThrowable(() -> accounts.me("0".repeat(40)))).isInstanceOf(StorageException.class);

            AccountSchema.of(context.getBean(DataSource.class)).createIfMissing();
            assertThat(catchThrowable(() -> accounts.me("0".repeat(40)))).isInstanceOf(NotAuthenticatedException.class);
        });
    }

    @Test
    void starts_with_tables_that_others_made() {
        withDatabase
                .withUserConfiguration(Migrated.class)
                .withPropertyValues("accounts.schema=check")
                .run(context -> assertThat(context).hasSingleBean(AccountService.class));
    }

    @Configuration(proxyBeanMethods = false)
    static class Migrated {

        @Bean
        static BeanPostProcessor migration() {
            return new BeanPostProcessor() {
                @Override
                public Object postProcessAfterInitialization(Object bean, String name) {
                    if (bean instanceof DataSource dataSource) {
                        try {
                            AccountSchema.of(dataSource).createIfMissing();
                        } catch (SQLException e) {
                            throw new IllegalStateException(e);
                        }
                    }
                    return bean;
                }
            };
        }
    }

    @Test
    void takes_the_visibility_from_a_property() {
        withDatabase
                .withPropertyValues("accounts.schema=create", "accounts.visibility=self-or-staff")
                .run(context -> {
                    AccountService accounts = context.getBean(AccountService.class);
                    long ana = accounts.register(Registration.of("ana", "correct-Horse-7"))
                            .id();
                    accounts.register(Registration.of("bob", "correct-Horse-7"));
                    String bob = accounts.login("bob", "correct-Horse-7").value();

                    assertThat(catchThrowable(() -> accounts.getUser(bob, ana)))
                            .isInstanceOf(UserNotFoundException.class);
                });
    }

    @ParameterizedTest
    @CsvSource({
        "accounts.jobs.purge-interval=0s, accounts.jobs.purge-interval must be positive",
        "accounts.jobs.purge-limit=0, accounts.jobs.purge-limit must be positive",
        "accounts.tokens.lifetime=0s, lifetime",
        "accounts.hashing.memory-kib=1, at least"
    })
    void explains_settings_that_are_out_of_bounds(String property, String reason) {
        new ApplicationContextRunner()
                .withConfiguration(
                        AutoConfigurations.of(AccountAutoConfiguration.class, AccountJobsAutoConfiguration.class))
                .withBean(InMemoryAccountStores.class)
                .withPropertyValues(property)
                .run(context -> assertThat(new AccountStartFailure()
                                .analyze(context.getStartupFailure())
                                .getDescription())
                        .contains(reason));
    }

    @Test
    void speaks_of_missing_tables_only_where_they_are_missing() {
        new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(AccountAutoConfiguration.class))
                .withBean(InMemoryAccountStores.class)
                .withPropertyValues("accounts.factors.keys.2026=not*base64")
                .run(context -> assertThat(new AccountStartFailure()
                                .analyze(context.getStartupFailure())
                                .getAction())
                        .isEqualTo("Do what the description says."));
    }

    @Test
    void does_not_start_with_the_http_interface_and_without_what_it_needs() {
        new WebApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(
                        AccountAutoConfiguration.class,
                        AccountWebAutoConfiguration.class,
                        AccountHttpAutoConfiguration.class,
                        AccountAbsenceAutoConfiguration.class))
                .withPropertyValues("accounts.http.enabled=true")
                .run(context -> assertThat(new AccountsMissingFailure()
                                .analyze(context.getStartupFailure())
                                .getAction())
                        .contains("one DataSource"));
    }

    @Test
    void explains_only_failures_of_its_own() {
        Scanner closed = new Scanner("");
        closed.close();
        Throwable ofOthers = catchThrowable(closed::nextLine);

        assertThat(ofOthers).isInstanceOf(IllegalStateException.class);
        assertThat(new AccountStartFailure().analyze(ofOthers)).isNull();
    }
}
