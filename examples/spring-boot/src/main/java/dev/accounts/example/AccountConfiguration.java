package dev.accounts.example;

import dev.accounts.Accounts;
import dev.accounts.AccountsBuilder;
import dev.accounts.http.AccountHttp;
import dev.accounts.jpa.AccountSchema;
import dev.accounts.jpa.JpaAccountStores;
import dev.accounts.policy.AuditPolicy;
import dev.accounts.spi.AccountNotifier;
import java.sql.SQLException;
import java.util.concurrent.Executor;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/**
 * Wires the account library. An application would copy this class, {@link AccountController}, {@link AccountJobs} and a
 * notifier that sends mail where {@link ConsoleNotifier} prints.
 */
@Configuration(proxyBeanMethods = false)
class AccountConfiguration {

    /** Opens the stores. Spring closes them when the application ends. */
    @Bean
    JpaAccountStores accountStores(DataSource dataSource) throws SQLException {
        AccountSchema.of(dataSource).createIfMissing();
        return JpaAccountStores.over(dataSource);
    }

    /**
     * Builds the account system. {@code application.properties} bounds the executor, which is Spring Boot's. The audit
     * store forgets an account that is deleted, as the page promises.
     */
    @Bean
    Accounts accounts(
            JpaAccountStores stores,
            AccountNotifier notifier,
            @Qualifier("applicationTaskExecutor") Executor executor,
            @Value("${accounts.contract-fixtures}") boolean contract) {
        AccountsBuilder builder = Accounts.builder(stores)
                .audit(stores.audit(), AuditPolicy.defaults().forgetDeleted())
                .deliverAfterCommit(notifier, executor);
        // The recorded cases register more users from one address than the limits allow.
        return (contract ? builder.withoutSourceLimits() : builder).build();
    }

    @Bean({"/auth/**", "/user/**"})
    AccountController accountController(Accounts accounts, JsonMapper json) {
        return new AccountController(AccountHttp.over(accounts), json);
    }
}
