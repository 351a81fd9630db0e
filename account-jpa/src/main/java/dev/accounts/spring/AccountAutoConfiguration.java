package dev.accounts.spring;

import dev.accounts.Accounts;
import dev.accounts.jpa.JpaAccountStores;
import dev.accounts.service.AccountAdministration;
import dev.accounts.service.AccountMaintenance;
import dev.accounts.service.AccountService;
import dev.accounts.spi.AccountStores;
import jakarta.persistence.EntityManagerFactory;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * Gives a Spring Boot application with a {@code DataSource} an account system: {@link Accounts}, {@link AccountService}, {@link
 * AccountAdministration} and {@link AccountMaintenance}. Each backs off for a bean of the host. A {@code DataSource} bean that is
 * named {@code accountReadReplica} is the replica of the stores ({@link JpaAccountStores#readReplica}).
 */
@AutoConfiguration(
        afterName = {
            // Spring Boot 4, and 3.
            "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration",
            "org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration",
            "org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration",
            "org.springframework.boot.liquibase.autoconfigure.LiquibaseAutoConfiguration",
            "org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration",
            "org.springframework.boot.autoconfigure.orm.jpa.HibernateJpaAutoConfiguration",
            "org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration",
            "org.springframework.boot.autoconfigure.liquibase.LiquibaseAutoConfiguration"
        })
@EnableConfigurationProperties(AccountProperties.class)
@Import(AccountPolicies.class)
public final class AccountAutoConfiguration {

    private static final String READ_REPLICA = "accountReadReplica";

    /** For Spring. */
    public AccountAutoConfiguration() {}

    private static JpaAccountStores replicated(JpaAccountStores stores, ObjectProvider<DataSource> replica) {
        DataSource found = replica.getIfAvailable();
        return found == null ? stores : stores.readReplica(found);
    }

    /** Opens the stores in transactions of their own. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnSingleCandidate(DataSource.class)
    @ConditionalOnMissingBean(AccountStores.class)
    @ConditionalOnProperty(name = "accounts.transactions", havingValue = "own", matchIfMissing = true)
    @Import(AccountTables.class)
    static class OwnTransactions {

        @Bean("accounts.stores")
        JpaAccountStores accountStores(
                DataSource dataSource,
                AccountTables tables,
                @Qualifier(READ_REPLICA) ObjectProvider<DataSource> replica) {
            return replicated(
                    tables.areChecked()
                            ? JpaAccountStores.over(dataSource)
                            : JpaAccountStores.overUnchecked(dataSource),
                    replica);
        }
    }

    /** Opens the stores in the transactions of the host. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnBean(EntityManagerFactory.class)
    @ConditionalOnMissingBean(AccountStores.class)
    @ConditionalOnProperty(name = "accounts.transactions", havingValue = "host")
    @Import(AccountTables.class)
    static class HostTransactions {

        @Bean
        static AccountEntities accountEntities(ObjectProvider<AccountTables> tables) {
            return new AccountEntities(tables);
        }

        @Bean
        static TablesBeforeUnits tablesBeforeUnits() {
            return new TablesBeforeUnits();
        }

        @Bean("accounts.transactions")
        @ConditionalOnMissingBean
        SpringTransactions accountTransactions(EntityManagerFactory unit, PlatformTransactionManager manager) {
            return new SpringTransactions(unit, manager);
        }

        @Bean("accounts.stores")
        JpaAccountStores accountStores(
                SpringTransactions transactions,
                AccountTables tables,
                @Qualifier(READ_REPLICA) ObjectProvider<DataSource> replica) {
            return replicated(
                    tables.areChecked()
                            ? JpaAccountStores.within(transactions)
                            : JpaAccountStores.withinUnchecked(transactions),
                    replica);
        }
    }

    @Bean("accounts.system")
    @ConditionalOnBean(AccountStores.class)
    @ConditionalOnMissingBean
    Accounts accounts(AccountStores stores, AccountParts parts) {
        return parts.build(stores);
    }

    @Bean("accounts.service")
    @ConditionalOnBean(Accounts.class)
    @ConditionalOnMissingBean
    AccountService accountService(Accounts accounts) {
        return accounts.service();
    }

    @Bean("accounts.administration")
    @ConditionalOnBean(Accounts.class)
    @ConditionalOnMissingBean
    AccountAdministration accountAdministration(Accounts accounts) {
        return accounts.administration();
    }

    @Bean("accounts.maintenance")
    @ConditionalOnBean(Accounts.class)
    @ConditionalOnMissingBean
    AccountMaintenance accountMaintenance(Accounts accounts) {
        return accounts.maintenance();
    }
}
