package dev.accounts.spring;

import dev.accounts.policy.EmailPolicy;
import dev.accounts.service.AccountMaintenance;
import dev.accounts.spi.AccountNotifier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Runs the recurring tasks on the scheduler of the application. */
@AutoConfiguration(
        after = AccountAutoConfiguration.class,
        beforeName = "org.springframework.boot.autoconfigure.task.TaskSchedulingAutoConfiguration")
@ConditionalOnBean(AccountMaintenance.class)
@ConditionalOnProperty(name = "accounts.jobs.enabled", havingValue = "true", matchIfMissing = true)
@EnableScheduling
public final class AccountJobsAutoConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(AccountJobsAutoConfiguration.class);

    /** For Spring. */
    public AccountJobsAutoConfiguration() {}

    @Bean
    AccountJobs accountJobs(
            AccountMaintenance maintenance,
            ObjectProvider<AccountNotifier> notifiers,
            EmailPolicy emails,
            AccountProperties properties) {
        AccountNotifier notifier = notifiers.getIfUnique();
        if (notifier == null && (emails.requiredToLogIn() || properties.http().enabled())) {
            LOG.warn(
                    "Mails of accounts, such as one-time links, are not delivered: the application has no bean of the type {}",
                    AccountNotifier.class.getName());
        }
        return new AccountJobs(maintenance, notifier, properties.jobs());
    }
}
