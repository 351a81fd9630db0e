package dev.accounts.example;

import dev.accounts.Accounts;
import dev.accounts.service.AccountMaintenance;
import dev.accounts.spi.AccountNotifier;
import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Runs the maintenance of accounts every minute. In a cluster, every node may run it. */
@Component
@EnableScheduling
class AccountJobs {

    private static final int AT_ONCE = 1000;

    private final AccountMaintenance maintenance;
    private final AccountNotifier notifier;

    AccountJobs(Accounts accounts, AccountNotifier notifier) {
        this.maintenance = accounts.maintenance();
        this.notifier = notifier;
    }

    /** Delivers the messages that could not be delivered right after their commit. */
    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.MINUTES)
    void deliver() {
        maintenance.deliver(notifier, AT_ONCE);
    }

    /** Removes data that is no longer needed, such as expired tokens. */
    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.MINUTES)
    void purge() {
        int purged;
        do {
            purged = maintenance.purge(AT_ONCE);
        } while (purged > 0);
    }
}
