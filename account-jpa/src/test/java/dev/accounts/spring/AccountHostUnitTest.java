package dev.accounts.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accounts.jpa.database.H2Server;
import dev.accounts.model.Registration;
import dev.accounts.service.AccountService;
import dev.accounts.spi.PasswordHasher;
import dev.accounts.testkit.FastPasswordHasher;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Id;
import java.util.Map;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.orm.jpa.JpaTransactionManager;
import org.springframework.orm.jpa.LocalContainerEntityManagerFactoryBean;
import org.springframework.orm.jpa.persistenceunit.PersistenceManagedTypes;
import org.springframework.orm.jpa.vendor.HibernateJpaVendorAdapter;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** An application with a persistence unit of its own, in whose transactions accounts are written. */
class AccountHostUnitTest {

    private final DataSource database = JdbcConnectionPool.create(new H2Server().newDatabase(), "sa", "");

    private final ApplicationContextRunner host = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(AccountAutoConfiguration.class))
            .withUserConfiguration(Unit.class)
            .withBean(DataSource.class, () -> database)
            .withBean(PasswordHasher.class, FastPasswordHasher::new)
            .withPropertyValues("accounts.transactions=host");

    @Test
    void keeps_accounts_where_hibernate_creates_the_tables_of_the_host_anew() {
        host.run(context -> {
            add(context.getBean(EntityManagerFactory.class), new Note(1));
            context.getBean(AccountService.class).register(Registration.of("ana", "k12345678"));
        });

        host.run(context -> {
            assertThat(context.getBean(EntityManagerFactory.class)
                            .createEntityManager()
                            .find(Note.class, 1L))
                    .isNull();
            assertThat(context.getBean(AccountService.class)
                            .login("ana", "k12345678")
                            .value())
                    .hasSize(40);
        });
    }

    @Test
    void rolls_an_account_back_with_the_transaction_of_the_host() {
        host.run(context -> {
            AccountService accounts = context.getBean(AccountService.class);
            new TransactionTemplate(context.getBean(PlatformTransactionManager.class)).executeWithoutResult(status -> {
                accounts.register(Registration.of("ana", "k12345678"));
                status.setRollbackOnly();
            });

            assertThat(accounts.register(Registration.of("ana", "k12345678")).username())
                    .isEqualTo("ana");
        });
    }

    private static void add(EntityManagerFactory unit, Note note) {
        try (var entityManager = unit.createEntityManager()) {
            entityManager.getTransaction().begin();
            entityManager.persist(note);
            entityManager.getTransaction().commit();
        }
    }

    @Entity
    static class Note {

        @Id
        private long id;

        protected Note() {}

        Note(long id) {
            this.id = id;
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Unit {

        @Bean
        PersistenceManagedTypes types() {
            return PersistenceManagedTypes.of(Note.class.getName());
        }

        @Bean
        LocalContainerEntityManagerFactoryBean unit(DataSource dataSource, PersistenceManagedTypes types) {
            LocalContainerEntityManagerFactoryBean unit = new LocalContainerEntityManagerFactoryBean();
            unit.setDataSource(dataSource);
            unit.setManagedTypes(types);
            unit.setJpaVendorAdapter(new HibernateJpaVendorAdapter());
            unit.setJpaPropertyMap(Map.of("hibernate.hbm2ddl.auto", "create"));
            return unit;
        }

        @Bean
        JpaTransactionManager transactions(EntityManagerFactory unit) {
            return new JpaTransactionManager(unit);
        }
    }
}
